package vn.gocua.engine.fact;

import java.time.Instant;
import java.util.Map;

/**
 * One audited action.
 *
 * @param who an account, a phone's id, or {@link #SYSTEM}
 * @param what stable code of the action's kind
 * @param about its object: an account, a phone, a team, a file; empty for none
 * @param details further values, sorted by name; never a secret
 * @param told what its sentence says
 */
public record AuditLine(
    Instant at, String who, String what, String about, Map<String, String> details, Told told) {

  /** Author of actions by the engine itself, or by an operator on its machine. */
  public static final String SYSTEM = "system";

  /** A line whose code says all. */
  public AuditLine(Instant at, String who, String what, String about, Map<String, String> details) {
    this(at, who, what, about, details, Told.NOTHING);
  }

  /** The same with what its sentence says. */
  AuditLine saying(Told said) {
    return new AuditLine(at, who, what, about, details, said);
  }
}
