package vn.gocua.engine.roster;

/** A change of the roster that is not made; nothing of it is. */
public final class RosterRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient RosterError flaw;
  private final boolean meanwhile;

  private RosterRefused(RosterError flaw, boolean meanwhile) {
    super(flaw.code(), null, false, false);
    this.flaw = flaw;
    this.meanwhile = meanwhile;
  }

  static RosterRefused because(RosterError flaw) {
    return new RosterRefused(flaw, false);
  }

  /** Somebody else has changed it since the asker looked. */
  static RosterRefused meanwhile() {
    return new RosterRefused(RosterError.of("roster-changed-meanwhile"), true);
  }

  RosterError flaw() {
    return flaw;
  }

  boolean isMeanwhile() {
    return meanwhile;
  }
}
