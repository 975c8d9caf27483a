package vn.gocua.base.console;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import vn.gocua.base.time.Schedule;

/** The process that started this one, and without which it is not to run on. */
public final class Parent {
  /** Option with the parent's process id, at the start of a program's arguments. */
  public static final String OPTION = "--parent";

  private static final Duration LOOK = Duration.ofMillis(500);

  private Parent() {}

  /**
   * Ends this process, in good order, when the process is gone that the first two arguments name.
   *
   * @return the other arguments; all of them if no process is named
   */
  public static String[] watch(String[] arguments) {
    if (arguments.length < 2 || !arguments[0].equals(OPTION)) {
      return arguments;
    }
    Optional<ProcessHandle> parent = ProcessHandle.of(Long.parseLong(arguments[1]));
    // Not closed: it ends with the process.
    Schedule.inOrder("parent")
        .every(
            "looking for the parent",
            LOOK,
            () -> {
              if (!parent.map(ProcessHandle::isAlive).orElse(false)) {
                System.exit(1);
              }
            });
    return Arrays.copyOfRange(arguments, 2, arguments.length);
  }
}
