package vn.gocua.engine.commands;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import vn.gocua.base.console.Console;

/** Asks a running engine to erase somebody's personal data, at that person's wish. */
@Command(
    name = "erase",
    mixinStandardHelpOptions = true,
    description = {
      "Erases the contact of a ticket, or of everybody with a phone number.",
      "Without an option the phone number is asked for, so that it stays in no shell's history."
    })
public final class EraseCommand implements Callable<Integer> {
  /** One of the two. */
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
  public Integer call() throws InterruptedException {
    String url = LeaderCalls.address(engine);
    JsonObject wish = wish();
    String password = wish == null ? null : LeaderCalls.password();
    if (wish == null || password == null) {
      Console.complain(Console.text(wish == null ? "erase.what" : "recount.no-password"));
      return 2;
    }
    try (LeaderCalls calls = LeaderCalls.signIn(url, username, password)) {
      JsonArray erased = calls.post("/api/v1/erasures", wish).getJsonArray("erased");
      if (erased.isEmpty()) {
        Console.say("erase.nothing");
      } else {
        String codes = erased.stream().map(String::valueOf).collect(Collectors.joining(", "));
        Console.say("erase.done", erased.size(), codes);
      }
      return 0;
    } catch (LeaderCalls.Refused e) {
      Console.complain(Console.text("erase.refused", String.valueOf(e.getMessage())));
      return 1;
    } catch (IOException e) {
      Console.complain(Console.text("recount.unreachable", url, e.getClass().getSimpleName()));
      return 2;
    }
  }

  private @Nullable JsonObject wish() {
    if (what != null && what.ticket != null) {
      return new JsonObject().put("ticket", what.ticket);
    }
    String phone = what != null && what.phone != null ? what.phone : asked();
    return phone == null ? null : new JsonObject().put("phone", phone);
  }

  @SuppressWarnings("SystemConsoleNull") // it is null on JDK 25 when neither end is a terminal
  private static @Nullable String asked() {
    var console = System.console();
    return console == null || !console.isTerminal()
        ? null
        : console.readLine("%s", Console.text("erase.ask"));
  }
}
