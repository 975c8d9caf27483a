package vn.gocua.engine.help.state;

/**
 * A phone that acts for a team.
 *
 * @param by the phone's id
 * @param recording runs before anything new is recorded; if it throws, nothing is
 */
public record Actor(String team, String by, Runnable recording) {

  /** An actor without a quota. */
  public Actor(String team, String by) {
    this(team, by, () -> {});
  }
}
