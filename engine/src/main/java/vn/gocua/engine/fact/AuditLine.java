package vn.gocua.engine.fact;

import java.time.Instant;
import java.util.Map;

/**
 * One thing that somebody did.
 *
 * @param who an account, a phone's id, or {@link #SYSTEM}
 * @param what the code of a kind of deed, for good
 * @param about what it was done to: an account, a phone, a team, a file; empty for nothing in
 *     particular
 * @param details what else is worth telling, sorted by name; never a secret
 */
public record AuditLine(
    Instant at, String who, String what, String about, Map<String, String> details) {

  /** Nobody in particular: the engine itself, or whoever stands at its machine. */
  public static final String SYSTEM = "system";
}
