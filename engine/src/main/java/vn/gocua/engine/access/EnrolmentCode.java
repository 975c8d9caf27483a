package vn.gocua.engine.access;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.gocua.engine.access.AccessFact.CodeMade;
import vn.gocua.engine.access.AccessFact.CodeUsed;

/**
 * What lets phones into a team.
 *
 * @param uses how many phones it may enrol
 * @param used how many it has
 */
public record EnrolmentCode(String team, int uses, int used, Instant expiresAt) {
  static @Nullable EnrolmentCode evolve(@Nullable EnrolmentCode code, AccessFact fact) {
    return switch (fact) {
      case CodeMade(String team, int uses, Instant expiresAt, _, _) ->
          new EnrolmentCode(team, uses, 0, expiresAt);
      case CodeUsed _ when code != null ->
          new EnrolmentCode(code.team(), code.uses(), code.used() + 1, code.expiresAt());
      default -> code;
    };
  }
}
