package vn.gocua.engine.commands;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import vn.gocua.base.console.Console;
import vn.gocua.base.settings.ConfigErrors;
import vn.gocua.base.settings.InvalidConfig;
import vn.gocua.engine.config.Settings;
import vn.gocua.engine.config.StartRefused;
import vn.gocua.engine.vault.VaultUnavailable;
import vn.gocua.protocol.client.ApiRefusal;
import vn.gocua.protocol.help.ErasureOrder;
import vn.gocua.protocol.help.PrivacyEndpoints;

/**
 * Has a running engine erase a person's data, on the person's request; or erases old data of a
 * folder whose engine is stopped.
 */
@Command(
    name = "erase",
    mixinStandardHelpOptions = true,
    description = {
      "Erases the contact of a ticket, or of everybody with a phone number.",
      "With --older-than: all personal data of an old data folder, its engine stopped.",
      "Without an option the phone number is asked for, so that it stays in no shell's history."
    })
public final class EraseCommand implements Callable<Integer> {
  private static final int MOST_DAYS = 9999;

  /** Exactly one of these. */
  static final class What {
    @Option(names = "--ticket", description = "the ticket's code, such as HV-4821")
    private @Nullable String ticket;

    @Option(names = "--phone", description = "the phone number; other users of this machine see it")
    private @Nullable String phone;

    @Option(
        names = "--older-than",
        paramLabel = "DAYS",
        description = "erase what was given longer ago, in a folder whose engine is stopped")
    private @Nullable Integer olderThan;
  }

  @ArgGroup private @Nullable What what;

  @Option(
      names = "--engine",
      description = "the engine's address; default: GOCUA_ENGINE_URL or http://127.0.0.1:8080")
  private @Nullable String engine;

  @Option(
      names = "--data",
      description = "with --older-than: the old data folder; default: GOCUA_DATA")
  private @Nullable Path data;

  @Option(names = "--username", defaultValue = "leader")
  private String username = "leader";

  @Override
  public Integer call() {
    Integer days = what == null ? null : what.olderThan;
    if (days != null) {
      return eraseOld(days);
    }
    if (data != null) {
      Console.complain(Console.text("erase.data-what"));
      return 2;
    }
    String url = LeaderSession.address(engine);
    ErasureOrder order = order();
    String password = order == null ? null : LeaderSession.password();
    if (order == null || password == null) {
      Console.complain(Console.text(order == null ? "erase.what" : "recount.no-password"));
      return 2;
    }
    try (LeaderSession session = LeaderSession.signIn(url, username, password)) {
      List<String> erased =
          session.api().send(session.caller(), PrivacyEndpoints.ERASE, order).erased();
      if (erased.isEmpty()) {
        Console.say("erase.nothing");
      } else {
        Console.say("erase.done", erased.size(), String.join(", ", erased));
      }
      return 0;
    } catch (ApiRefusal refusal) {
      Console.complain(LeaderSession.why(refusal, url, "erase.refused"));
      return refusal.unanswered() ? 2 : 1;
    }
  }

  private int eraseOld(int days) {
    if (days < 0 || days > MOST_DAYS) {
      Console.complain(Console.text("erase.days", MOST_DAYS));
      return 2;
    }
    ConfigErrors errors = new ConfigErrors();
    try {
      Settings settings = Settings.read(environment(), Clock.systemUTC(), errors);
      errors.throwIfAny();
      if (!settings.isEmbedded()) {
        Console.complain(Console.text("erase.embedded"));
        return 2;
      }
      Instant before = Instant.now().minus(Duration.ofDays(days));
      OldFolder.Erased erased = new OldFolder(settings.data()).eraseKeptBefore(before);
      Console.say(
          "erase.old",
          settings.data(),
          days,
          erased.requests(),
          erased.learners(),
          erased.others(),
          erased.files());
      return 0;
    } catch (InvalidConfig e) {
      Console.complain(String.join("\n", e.mistakes()));
    } catch (StartRefused e) {
      Console.complain(String.valueOf(e.getMessage()));
    } catch (IOException | VaultUnavailable e) {
      Console.complain(Console.text("erase.unfinished", String.valueOf(e.getMessage())));
    }
    return 1;
  }

  private Map<String, String> environment() {
    Map<String, String> environment = new HashMap<>(System.getenv());
    if (data != null) {
      environment.put("GOCUA_DATA", data.toString());
    }
    return environment;
  }

  private @Nullable ErasureOrder order() {
    if (what != null && what.ticket != null) {
      return new ErasureOrder(what.ticket, null);
    }
    String phone = what != null && what.phone != null ? what.phone : asked();
    return phone == null ? null : new ErasureOrder(null, phone);
  }

  @SuppressWarnings("SystemConsoleNull") // it is null on JDK 25 when neither end is a terminal
  private static @Nullable String asked() {
    var console = System.console();
    return console == null || !console.isTerminal()
        ? null
        : console.readLine("%s", Console.text("erase.ask"));
  }
}
