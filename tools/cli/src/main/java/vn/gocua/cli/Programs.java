package vn.gocua.cli;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.util.List;
import java.util.Objects;
import vn.gocua.base.console.Console;
import vn.gocua.protocol.health.HealthEndpoints;

/** Starts engines and a kiosk on this machine, and waits until they serve. */
final class Programs {
  private static final int READY_POLL_MS = 200;
  private static final int TELL_AFTER_SECONDS = 10;
  private static final int FEED_TRIES = 50;

  private final Installation installation;
  private final Children children;

  Programs(Installation installation, Children children) {
    this.installation = installation;
    this.children = children;
  }

  /** Starts the engine of the settings and waits until it serves. */
  Process startEngine(List<String> arguments, Redirect output)
      throws IOException, InterruptedException {
    Process engine =
        children.start(installation.jar("engine"), arguments, installation.environment, output);
    int code = ready(engine, installation.engine, HealthEndpoints.READY.path());
    if (code >= 0) {
      throw ended(code, "");
    }
    return engine;
  }

  /** Starts the kiosk of the settings and waits until it serves, and a little for the engine. */
  Process startKiosk() throws IOException, InterruptedException {
    // The kiosk prints one line at its start, which the command prints among the others.
    Process kiosk =
        children.start(
            installation.jar("kiosk"),
            List.of(),
            installation.withoutEngineSecrets(),
            Redirect.DISCARD);
    int code = ready(kiosk, installation.kiosk, HealthEndpoints.LIVE.path());
    if (code >= 0) {
      throw ended(code, "");
    }
    awaitFeed(kiosk);
    return kiosk;
  }

  /** Waits until a process serves; returns -1 then, or its exit code if it ends first. */
  int ready(Process process, Address address, String path) throws InterruptedException {
    long started = System.nanoTime();
    long told = TELL_AFTER_SECONDS;
    while (process.isAlive()) {
      if (address.answers(path)) {
        return -1;
      }
      long seconds = (System.nanoTime() - started) / 1_000_000_000;
      if (seconds >= told) {
        Console.say("cli.still-starting", seconds);
        told += TELL_AFTER_SECONDS;
      }
      children.nap(READY_POLL_MS);
    }
    return children.ended(process);
  }

  /** Warns if the kiosk has not reached the engine; it serves its screens all the same. */
  private void awaitFeed(Process kiosk) throws InterruptedException {
    String ready = HealthEndpoints.READY.path();
    for (int tries = 1; kiosk.isAlive() && !installation.kiosk.answers(ready); tries++) {
      if (tries == FEED_TRIES) {
        Console.complain(
            Console.text(
                "cli.no-feed",
                installation.setting("GOCUA_ENGINE_URL"),
                installation.setting("GOCUA_DATA")));
        return;
      }
      children.nap(READY_POLL_MS);
    }
  }

  /** Handles an unexpected end of one of the two: stops the other and reports which it was. */
  Failed giveUp(Process engine, Process kiosk) throws InterruptedException {
    boolean engines = !engine.isAlive();
    int code = children.ended(engines ? engine : kiosk);
    return ended(
        code,
        Console.text(
            engines ? "cli.engine-ended" : "cli.kiosk-ended",
            String.valueOf(code),
            Objects.requireNonNull(installation.setting("GOCUA_DATA"))));
  }

  private Failed ended(int code, String text) {
    if (!text.isEmpty()) {
      Console.complain(text);
    }
    children.endAll();
    return new Failed(code == 0 ? 1 : code, "");
  }
}
