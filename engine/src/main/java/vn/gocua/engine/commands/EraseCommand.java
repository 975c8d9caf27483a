package vn.gocua.engine.commands;

import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import vn.gocua.base.console.Console;
import vn.gocua.protocol.client.ApiRefusal;
import vn.gocua.protocol.help.ErasureOrder;
import vn.gocua.protocol.help.PrivacyEndpoints;

/** Has a running engine erase a person's data, on the person's request. */
@Command(
    name = "erase",
    mixinStandardHelpOptions = true,
    description = {
      "Erases the contact of a ticket, or of everybody with a phone number.",
      "Without an option the phone number is asked for, so that it stays in no shell's history."
    })
public final class EraseCommand implements Callable<Integer> {
  /** Exactly one of the two. */
  static final class What {
    @Option(names = "--ticket", description = "the ticket's code, such as HV-4821")
    private @Nullable String ticket;

    @Option(names = "--phone", description = "the phone number; other users of this machine see it")
    private @Nullable String phone;
  }

  @ArgGroup private @Nullable What what;

  @Option(
      names = "--engine",
      description = "the engine's address; default: GOCUA_ENGINE_URL or http://127.0.0.1:8080")
  private @Nullable String engine;

  @Option(names = "--username", defaultValue = "leader")
  private String username = "leader";

  @Override
  public Integer call() {
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
