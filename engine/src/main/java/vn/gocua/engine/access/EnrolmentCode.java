package vn.gocua.engine.access;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.gocua.engine.access.AccessFact.CodeMade;
import vn.gocua.engine.access.AccessFact.CodeUsed;

/**
 * What lets phones into a team.
 *
 * @param uses how many phones it may enrol
 * @param phones those that it has
 */
record EnrolmentCode(String team, int uses, Set<String> phones, Instant expiresAt) {
  EnrolmentCode {
    phones = Set.copyOf(phones);
  }

  static @Nullable EnrolmentCode evolve(@Nullable EnrolmentCode code, AccessFact fact) {
    return switch (fact) {
      case CodeMade(String team, int uses, Instant expiresAt, _, _) ->
          new EnrolmentCode(team, uses, Set.of(), expiresAt);
      case CodeUsed(String device, _) when code != null -> code.usedBy(device);
      default -> code;
    };
  }

  private EnrolmentCode usedBy(String device) {
    Set<String> more = new LinkedHashSet<>(phones);
    more.add(device);
    return new EnrolmentCode(team, uses, more, expiresAt);
  }

  /** Whether it lets a phone in at that time: one of its own always, another as long as it can. */
  boolean admits(String device, Instant now) {
    return now.isBefore(expiresAt) && (phones.contains(device) || phones.size() < uses);
  }
}
