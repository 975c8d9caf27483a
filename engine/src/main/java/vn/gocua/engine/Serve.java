package vn.gocua.engine;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import org.slf4j.LoggerFactory;
import vn.gocua.base.console.Console;
import vn.gocua.base.file.PrivateFile;
import vn.gocua.base.settings.BadConfiguration;
import vn.gocua.base.settings.Problems;
import vn.gocua.base.text.Figures;
import vn.gocua.base.text.Language;
import vn.gocua.engine.campaign.Campaign;
import vn.gocua.engine.config.Settings;
import vn.gocua.engine.config.StartRefused;

/** Serving: starts an engine, says how to reach it, and waits for the end. */
final class Serve {
  private static final Figures FIGURES = Language.first().figures();

  private Serve() {}

  /**
   * Returns the exit code: 0 after an orderly stop.
   *
   * @param withoutVault whether to give up a vault whose key is lost
   */
  static int untilStopped(boolean withoutVault) throws InterruptedException {
    long start = System.nanoTime();
    Problems problems = new Problems();
    Settings settings = Settings.read(System.getenv(), problems);
    Path logs = settings.data().resolve("logs");
    makePrivate(logs);
    System.setProperty("gocua.logs", logs.toString());
    try {
      Engine engine = Engine.start(settings, problems, withoutVault);
      CountDownLatch stopped = new CountDownLatch(1);
      Runtime.getRuntime()
          .addShutdownHook(
              Thread.ofPlatform()
                  .name("stop")
                  .unstarted(() -> {
                    engine.close();
                    Console.say("stop.done");
                    stopped.countDown();
                  }));
      announce(engine, settings, (System.nanoTime() - start) / 1e9);
      stopped.await();
      return 0;
    } catch (BadConfiguration e) {
      String lines = String.join("\n", e.mistakes().stream().map(m -> "  " + m).toList());
      Console.complain(Console.text("start.bad-configuration", lines));
      return 2;
    } catch (StartRefused e) {
      Console.complain(String.valueOf(e.getMessage()));
      return e.exitCode();
    } catch (RuntimeException e) {
      LoggerFactory.getLogger(Serve.class).info("start failed", e);
      Console.complain(
          Console.text("start.unexpected", e, settings.data().resolve("logs/engine.log")));
      return 1;
    }
  }

  private static String day(Campaign campaign, Instant now) {
    int day = campaign.dayOf(now);
    if (day < 1) {
      return Console.text("ready.before", FIGURES.date(campaign.startDate()));
    }
    return day > campaign.days()
        ? Console.text("ready.after", FIGURES.date(campaign.lastDate()))
        : Console.text("ready.day", day, campaign.days());
  }

  /** Before the log's first line, which would make the folders for all to read. */
  private static void makePrivate(Path logs) {
    try {
      PrivateFile.shut(PrivateFile.folder(logs));
    } catch (IOException _) {
      // Whoever takes hold of the data folder says what is wrong with it.
    }
  }

  private static void tell(VaultLoss loss) {
    String accounts = loss.accounts().isEmpty() ? "0" : String.join(", ", loss.accounts());
    Console.say("ready.loss", loss.requests(), loss.seats(), loss.screens(), accounts);
    if (loss.aside() != null) {
      Console.say("ready.loss-aside", loss.aside());
    }
  }

  private static void announce(Engine engine, Settings settings, double seconds) {
    Campaign campaign = engine.campaign();
    Console.say("ready.head", FIGURES.decimal(seconds));
    if (settings.rehearsal()) {
      Console.say("ready.rehearsal");
    }
    Console.say("ready.campaign", campaign.name(), day(campaign, settings.clock().instant()));
    Console.say("ready.phones", settings.publicUrl());
    String password = engine.firstPassword();
    if (password != null) {
      Console.say("ready.leader", password);
    }
    Console.say("ready.data", engine.data());
    VaultLoss loss = engine.loss();
    if (loss != null) {
      tell(loss);
    }
    Path key = engine.newKey();
    if (key != null) {
      Console.say("ready.key", key);
    }
    LoggerFactory.getLogger(Serve.class)
        .info(
            "ready at {} after {} s, JVM up since {}",
            settings.publicUrl(),
            seconds,
            Clock.systemUTC().instant());
  }
}
