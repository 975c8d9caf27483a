package vn.gocua.engine.board;

/** Notices for all viewers of the board. Callable from any thread; does not block. */
@FunctionalInterface
public interface NoticeSource {

  /** The current notices. */
  Current now();

  /** Calls back after the notices have changed; never, if they never do. */
  default void onChange(Runnable changed) {}

  /**
   * All notices of a moment.
   *
   * @param key differs whenever the view does; empty without notices
   */
  record Current(String key, Object view) {}
}
