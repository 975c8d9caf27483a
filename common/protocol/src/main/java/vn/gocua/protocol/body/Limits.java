package vn.gocua.protocol.body;

/** Bounds of the API that several programs or features share. Lengths are in characters. */
public final class Limits {
  /** Residents helped in one check-in. */
  public static final int RESIDENTS = 500;

  /** Minutes that one check-in may have taken: a day. */
  public static final int MINUTES = 24 * 60;

  /** Priority groups of one check-in. */
  public static final int GROUPS = 10;

  /** Check-ins sent at once, and listed at once. */
  public static final int CHECK_INS = 500;

  /** A code: of an activity, a group, a hamlet, a team. */
  public static final int CODE = 60;

  /** The text of a notice. */
  public static final int NOTICE = 280;

  /** Seats of a class. */
  public static final int SEATS = 500;

  /** The title of a class, the name of a campaign or of something trained for. */
  public static final int TITLE = 120;

  /** A place in words, an address. */
  public static final int PLACE = 200;

  /** Members of a team. */
  public static final int MEMBERS = 1000;

  /** Teams of a campaign. */
  public static final int TEAMS = 2000;

  /** Name of a team or a hamlet: fits a tile of the wall. */
  public static final int TEAM_NAME = 60;

  /** Place and hours of a team, in words. */
  public static final int TEAM_TEXT = 120;

  private Limits() {}
}
