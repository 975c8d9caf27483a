package vn.gocua.engine.commands;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;
import vn.gocua.base.console.Console;
import vn.gocua.protocol.board.BoardEndpoints;
import vn.gocua.protocol.board.RecountInfo;
import vn.gocua.protocol.client.ApiRefusal;

/** Has a running engine fold its journal from scratch and compare. */
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
  public Integer call() {
    String url = LeaderSession.address(engine);
    String password = LeaderSession.password();
    if (password == null) {
      Console.complain(Console.text("recount.no-password"));
      return 2;
    }
    try (LeaderSession session = LeaderSession.signIn(url, username, password)) {
      return report(session.api().call(session.caller(), BoardEndpoints.RECOUNT));
    } catch (ApiRefusal refusal) {
      Console.complain(LeaderSession.why(refusal, url, "recount.refused"));
      return 2;
    }
  }

  private static int report(RecountInfo result) {
    Console.say(
        "recount.sides",
        result.journal().events(),
        result.journal().checkIns(),
        result.journal().residents(),
        result.live().events(),
        result.live().checkIns(),
        result.live().residents());
    if (result.equal()) {
      Console.say("recount.equal", result.tookMs());
      return 0;
    }
    ObjectWriter pretty = JsonMapper.shared().writerWithDefaultPrettyPrinter();
    Console.say(
        "recount.different",
        result.differences().size(),
        pretty.writeValueAsString(result.differences()));
    return 1;
  }
}
