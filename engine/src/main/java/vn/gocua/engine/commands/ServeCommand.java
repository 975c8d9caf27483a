package vn.gocua.engine.commands;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import vn.gocua.base.console.Console;
import vn.gocua.base.file.PrivateFile;
import vn.gocua.base.settings.ConfigErrors;
import vn.gocua.base.settings.InvalidConfig;
import vn.gocua.base.text.Figures;
import vn.gocua.base.text.Language;
import vn.gocua.base.time.StopHook;
import vn.gocua.engine.campaign.Campaign;
import vn.gocua.engine.config.Settings;
import vn.gocua.engine.config.StartRefused;
import vn.gocua.engine.stores.VaultLoss;

/** Starts an engine, prints its addresses, and waits for the end. */
public final class ServeCommand {
  private static final Figures FIGURES = Language.first().figures();

  private ServeCommand() {}

  /**
   * Notes on an engine that has started.
   *
   * @param firstPassword of the first account, if it was made at this start
   * @param newKey file of the vault's key, if it was made now and has no copy yet
   * @param loss records lost with a vault that was given up
   */
  public record Started(
      Campaign campaign,
      @Nullable String firstPassword,
      @Nullable Path newKey,
      @Nullable VaultLoss loss) {

    /** Leaves out the password. */
    @Override
    public String toString() {
      return "Started " + campaign.id();
    }
  }

  /** An engine that is ready. */
  public interface Ready extends AutoCloseable {
    Started started();

    @Override
    void close();
  }

  /** Starts an engine. */
  public interface Start {
    Ready start(Settings settings, ConfigErrors errors, boolean withoutVault);
  }

  /**
   * Returns the exit code: 0 after an orderly stop.
   *
   * @param engine starts the engine
   * @param withoutVault whether to give up a vault whose key is lost
   */
  public static int untilStopped(Start engine, boolean withoutVault) throws InterruptedException {
    long start = System.nanoTime();
    ConfigErrors errors = new ConfigErrors();
    Settings settings = Settings.read(System.getenv(), Clock.systemUTC(), errors);
    Path logs = settings.data().resolve("logs");
    makePrivate(logs);
    System.setProperty("gocua.logs", logs.toString());
    try {
      Ready ready = engine.start(settings, errors, withoutVault);
      CountDownLatch stopped = new CountDownLatch(1);
      StopHook.add(() -> {
        ready.close();
        Console.say("stop.done");
        stopped.countDown();
      });
      announce(ready.started(), settings, (System.nanoTime() - start) / 1e9);
      stopped.await();
      return 0;
    } catch (InvalidConfig e) {
      String lines = String.join("\n", e.mistakes().stream().map(m -> "  " + m).toList());
      Console.complain(Console.text("start.bad-configuration", lines));
      return 2;
    } catch (StartRefused e) {
      Console.complain(String.valueOf(e.getMessage()));
      return e.exitCode();
    } catch (RuntimeException e) {
      LoggerFactory.getLogger(ServeCommand.class).info("start failed", e);
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
      // The data folder's lock reports what is wrong with the folder.
    }
  }

  private static void tell(VaultLoss loss) {
    String accounts = loss.accounts().isEmpty() ? "0" : String.join(", ", loss.accounts());
    Console.say("ready.loss", loss.requests(), loss.seats(), loss.screens(), accounts);
    if (loss.aside() != null) {
      Console.say("ready.loss-aside", loss.aside());
    }
  }

  private static void announce(Started started, Settings settings, double seconds) {
    Campaign campaign = started.campaign();
    Console.say("ready.head", FIGURES.decimal(seconds));
    if (settings.rehearsal()) {
      Console.say("ready.rehearsal");
    }
    Console.say("ready.campaign", campaign.name(), day(campaign, settings.clock().instant()));
    Console.say("ready.phones", settings.publicUrl());
    String password = started.firstPassword();
    if (password != null) {
      Console.say("ready.leader", password);
    }
    Console.say("ready.data", settings.data());
    VaultLoss loss = started.loss();
    if (loss != null) {
      tell(loss);
    }
    Path key = started.newKey();
    if (key != null) {
      Console.say("ready.key", key);
    }
    LoggerFactory.getLogger(ServeCommand.class)
        .info(
            "ready at {} after {} s, JVM up since {}",
            settings.publicUrl(),
            seconds,
            Clock.systemUTC().instant());
  }
}
