package vn.gocua.engine.commands;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import vn.gocua.base.console.Console;

/** Asks a running engine to fold its journal from scratch and compare. */
@Command(
    name = "recount",
    mixinStandardHelpOptions = true,
    description =
        "Folds the journal from scratch beside the live view; exit code 0 if equal, 1 if not.")
public final class RecountCommand implements Callable<Integer> {
  @Option(
      names = "--engine",
      description = "the engine's address; default: GOCUA_ENGINE_URL or http://127.0.0.1:8080")
  private @Nullable String engine;

  @Option(names = "--username", defaultValue = "leader")
  private String username = "leader";

  @Override
  public Integer call() throws InterruptedException {
    String url = LeaderCalls.address(engine);
    String password = LeaderCalls.password();
    if (password == null) {
      Console.complain(Console.text("recount.no-password"));
      return 2;
    }
    try (LeaderCalls calls = LeaderCalls.signIn(url, username, password)) {
      return report(calls.get("/api/v1/recount"));
    } catch (LeaderCalls.Refused e) {
      Console.complain(Console.text("recount.refused", String.valueOf(e.getMessage())));
      return 2;
    } catch (IOException e) {
      Console.complain(Console.text("recount.unreachable", url, e.getClass().getSimpleName()));
      return 2;
    }
  }

  private static int report(JsonObject result) {
    JsonObject journal = result.getJsonObject("journal");
    JsonObject live = result.getJsonObject("live");
    Console.say(
        "recount.sides",
        journal.getLong("events"),
        journal.getLong("checkIns"),
        journal.getLong("residents"),
        live.getLong("events"),
        live.getLong("checkIns"),
        live.getLong("residents"));
    if (result.getBoolean("equal")) {
      Console.say("recount.equal", result.getLong("tookMs"));
      return 0;
    }
    Console.say(
        "recount.different",
        result.getJsonArray("differences").size(),
        result.getJsonArray("differences").encodePrettily());
    return 1;
  }
}
