package vn.gocua.cli;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntSupplier;

/**
 * The processes that a command has started. They end with it: in good order after a signal, and by
 * themselves when it is killed, since each watches the process that is named to it.
 */
final class Children {
  private static final int GOES_WITHIN_SECONDS = 15;

  private final List<Process> processes = new CopyOnWriteArrayList<>();
  private final AtomicBoolean ending = new AtomicBoolean();
  private volatile boolean signalled;
  private volatile IntSupplier end = () -> 0;

  /**
   * Sets the work of the next signal; a second signal ends all at once.
   *
   * @param how ends the processes; returns the command's exit code
   */
  void onSignal(IntSupplier how) {
    end = how;
    Signals.handle(this::signalled);
  }

  private void signalled() {
    if (!ending.compareAndSet(false, true)) {
      processes.forEach(Process::destroyForcibly);
      return;
    }
    signalled = true;
    System.out.println();
    int code = end.getAsInt();
    System.out.flush();
    Runtime.getRuntime().halt(code);
  }

  /**
   * Starts a program of ours, which is ended before those that were started earlier.
   *
   * @param output where both its streams go, unless that is where the command's own go
   */
  Process start(
      List<String> program,
      List<String> arguments,
      Map<String, String> environment,
      Redirect output)
      throws IOException {
    List<String> whole = new ArrayList<>();
    if (!Installation.windows()) {
      // Ctrl-C reaches the whole group. The children ignore it and are stopped in order.
      whole.addAll(List.of("sh", "-c", "trap '' INT; exec \"$0\" \"$@\""));
    }
    whole.addAll(Installation.command(program, arguments));
    ProcessBuilder builder = new ProcessBuilder(whole).redirectOutput(output);
    builder.redirectInput(Redirect.INHERIT).redirectError(Redirect.INHERIT);
    if (output.file() != null && !output.equals(Redirect.DISCARD)) {
      builder.redirectErrorStream(true);
    }
    builder.environment().clear();
    builder.environment().putAll(environment);
    Process process = builder.start();
    processes.add(process);
    return process;
  }

  /** Waits a little; for ever after a signal, since all is being ended then. */
  void nap(long millis) throws InterruptedException {
    Thread.sleep(signalled ? Long.MAX_VALUE : millis);
  }

  /** Exit code of a process that ended by itself. */
  int ended(Process process) throws InterruptedException {
    nap(0);
    processes.remove(process);
    return process.waitFor();
  }

  /** Ends one as a power cut would. */
  void kill(Process process) throws InterruptedException {
    process.destroyForcibly().waitFor();
    processes.remove(process);
  }

  /** Stops all of these, by force if need be. */
  private void end(List<Process> several) {
    ending.set(true);
    several.forEach(Process::destroy);
    for (Process process : several) {
      try {
        if (!process.waitFor(GOES_WITHIN_SECONDS, TimeUnit.SECONDS)) {
          process.destroyForcibly().waitFor();
        }
      } catch (InterruptedException _) {
        process.destroyForcibly();
      }
      processes.remove(process);
    }
  }

  /** Stops all, the last first: readers before their sources. */
  void endAll() {
    endAll(List.of());
  }

  /**
   * The same.
   *
   * @param together end at once, in the turn of the last of them
   */
  void endAll(List<Process> together) {
    for (Process process : new ArrayList<>(processes).reversed()) {
      end(together.contains(process) ? together : List.of(process));
    }
  }
}
