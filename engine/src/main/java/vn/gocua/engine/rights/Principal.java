package vn.gocua.engine.rights;

/** A caller, proved by a token. */
public sealed interface Principal {
  /** The id of the phone or the session; «kiosk». */
  String id();

  /** Name of the principal in records: a leader's user name, else the id. */
  default String by() {
    return id();
  }

  /** A team's phone. */
  record Phone(String id, String team) implements Principal {}

  /** The kiosk's server, which speaks for its screens. */
  enum Kiosk implements Principal {
    KIOSK;

    @Override
    public String id() {
      return "kiosk";
    }
  }

  /**
   * A signed-in leader.
   *
   * @param mustChange whether the password must be changed before anything else
   */
  record Leader(String id, String username, Role role, boolean mustChange) implements Principal {
    @Override
    public String by() {
      return username;
    }
  }
}
