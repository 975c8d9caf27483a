package vn.gocua.engine.help.state;

/**
 * Who acts for which team.
 *
 * @param by the phone's id
 * @param recording run before something new is recorded; if it throws, nothing is
 */
public record Actor(String team, String by, Runnable recording) {

  /** As the other, when nobody counts. */
  public Actor(String team, String by) {
    this(team, by, () -> {});
  }
}
