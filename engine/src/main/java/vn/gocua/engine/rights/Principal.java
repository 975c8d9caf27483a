package vn.gocua.engine.rights;

/** Who is asking, proved by a token. */
public sealed interface Principal {
  /** The id of the phone or the session; «kiosk». */
  String id();

  /** The name under which it is put on record what they do: a leader's, else the id. */
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
   * Somebody signed in.
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
