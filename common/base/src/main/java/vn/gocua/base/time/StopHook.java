package vn.gocua.base.time;

/** Work to do when the process is stopped. */
public final class StopHook {
  private StopHook() {}

  /** Runs the work on a thread of its own before the process ends, which waits for it. */
  public static void add(Runnable work) {
    Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().name("stop").unstarted(work));
  }
}
