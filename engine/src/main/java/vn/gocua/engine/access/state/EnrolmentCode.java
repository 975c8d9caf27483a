package vn.gocua.engine.access.state;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.gocua.engine.access.state.AccessFact.CodeMade;
import vn.gocua.engine.access.state.AccessFact.CodeUsed;

/**
 * What lets phones into a team.
 *
 * @param uses how many phones it may enrol
 * @param phones those that it has
 */
public record EnrolmentCode(
    String team, int uses, Set<String> phones, Instant madeAt, Instant expiresAt) {
  /** What clocks of two nodes may differ by. */
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
   * Whether it lets a phone in at that time: one of its own always, another as long as it can. One
   * that was made by a clock which was ahead would last for as long as that was: it is void.
   */
  public boolean admits(String device, Instant now) {
    return now.isBefore(expiresAt)
        && !madeAt.isAfter(now.plus(TOLERANCE))
        && (phones.contains(device) || phones.size() < uses);
  }
}
