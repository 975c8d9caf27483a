package vn.gocua.engine.access.state;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.gocua.engine.access.state.AccessFact.CodeMade;
import vn.gocua.engine.access.state.AccessFact.CodeUsed;

/**
 * A code by which phones join a team.
 *
 * @param uses how many phones it may enrol
 * @param phones those that it has enrolled
 */
public record EnrolmentCode(
    String team, int uses, Set<String> phones, Instant madeAt, Instant expiresAt) {
  /** Tolerated difference between the clocks of two nodes. */
  private static final Duration TOLERANCE = Duration.ofMinutes(5);

  public EnrolmentCode {
    phones = Set.copyOf(phones);
  }

  public static @Nullable EnrolmentCode evolve(@Nullable EnrolmentCode code, AccessFact fact) {
    return switch (fact) {
      case CodeMade(String team, int uses, Instant expiresAt, _, Instant at) ->
          new EnrolmentCode(team, uses, Set.of(), at, expiresAt);
      case CodeUsed(String device, _) when code != null -> code.usedBy(device);
      default -> code;
    };
  }

  private EnrolmentCode usedBy(String device) {
    Set<String> more = new LinkedHashSet<>(phones);
    more.add(device);
    return new EnrolmentCode(team, uses, more, madeAt, expiresAt);
  }

  /**
   * Whether the code admits a phone at that time: one of its own always, another while uses are
   * left. A code made by a clock that was ahead is void, because it would last too long.
   */
  public boolean admits(String device, Instant now) {
    return now.isBefore(expiresAt)
        && !madeAt.isAfter(now.plus(TOLERANCE))
        && (phones.contains(device) || phones.size() < uses);
  }
}
