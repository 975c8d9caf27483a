package vn.gocua.engine.board;

/** What is said to all viewers beside the counters. May be asked from any thread; is quick. */
@FunctionalInterface
public interface NoticeSource {

  /** What is said now. */
  Current now();

  /** Calls back after what is said has changed; never, if it never does. */
  default void onChange(Runnable changed) {}

  /**
   * Everything that is said at a moment.
   *
   * @param key differs whenever the view does; empty if there is nothing to say
   */
  record Current(String key, Object view) {}
}
