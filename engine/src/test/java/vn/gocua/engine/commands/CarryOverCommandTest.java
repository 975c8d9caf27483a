package vn.gocua.engine.commands;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import vn.gocua.engine.journal.sqlite.FolderLock;
import vn.gocua.engine.support.ConfigFolder;
import vn.gocua.engine.support.Item;
import vn.gocua.engine.support.RunningEngine;
import vn.gocua.testkit.SettableClock;

/** From the close of one campaign to the next one's engine, as people do it. */
@Tag("slow")
class CarryOverCommandTest {
  private static final String REQUESTS = "/api/v1/help-requests";

  @TempDir private Path folder;

  private Path old() {
    return folder.resolve("old");
  }

  private Path next() {
    return folder.resolve("next");
  }

  private Path config = Path.of("");

  private int run(String... arguments) {
    Map<String, String> environment = new HashMap<>();
    environment.put("GOCUA_DATA", next().toString());
    environment.put("GOCUA_CONFIG", config.toString());
    return new CommandLine(new CarryOverCommand(environment)).execute(arguments);
  }

  private static JsonNode ask(RunningEngine engine, String hamlet) {
    Map<String, Object> order =
        Map.of(
            "id",
            Item.newId(),
            "hamlet",
            hamlet,
            "activity",
            "public-services",
            "contact",
            Map.of("name", "Mẫu", "phone", "0912345678", "address", "Ngõ mẫu"),
            "consent",
            Map.of("textVersion", "kiosk-2025-08", "at", "2025-08-22T09:00:00+07:00"));
    return engine.kiosk().post(REQUESTS, order).expect(201).json();
  }

  @Test
  void shouldTakeWhatWasLeftFromOneFolderIntoTheNextEngine() throws Exception {
    ConfigFolder before = ConfigFolder.in(Files.createDirectory(folder.resolve("before")));
    ConfigFolder after =
        ConfigFolder.in(Files.createDirectory(folder.resolve("after")))
            .replace("campaign.yaml", "id: thu-nghiem", "id: lan-hai")
            .replace("campaign.yaml", "startDate: 2025-08-11", "startDate: 2025-10-01")
            .replace("teams.yaml", "  - { code: van-la, name: Vân La }\n", "")
            .replace("teams.yaml", "[co-giao, van-la]", "[co-giao]")
            .replace("teams.yaml", "hamlets: [van-la]", "hamlets: [co-giao]");
    config = after.path();
    JsonNode ticket;
    JsonNode elsewhere;
    try (RunningEngine engine =
        RunningEngine.start(old(), before, SettableClock.at("2025-08-22T09:00:00+07:00"))) {
      ticket = ask(engine, "co-giao");
      elsewhere = ask(engine, "van-la");
      engine
          .leader()
          .post(
              "/api/v1/campaign/close",
              Map.of("lateHours", 0, "openRequests", Map.of("others", "leave")))
          .expect(200);
      assertThat(run("--from", old().toString())).as("while the engine runs").isEqualTo(1);
    }
    assertThat(run("--from", next().toString())).as("no old folder").isEqualTo(2);
    assertThat(run("--from", old().toString(), "--from-key", folder.resolve("none").toString()))
        .as("another key")
        .isEqualTo(1);
    assertThat(run("--from", old().toString())).isZero();
    assertThat(run("--from", old().toString())).as("again").isZero();
    try (FolderLock _ = FolderLock.tryHold(next()).orElseThrow()) {
      assertThat(run("--from", old().toString())).isEqualTo(1);
    }
    try (RunningEngine engine =
        RunningEngine.start(next(), after, SettableClock.at("2025-10-02T09:00:00+07:00"))) {
      mustGoOn(engine, ticket, elsewhere);
    }
  }

  private static void mustGoOn(RunningEngine engine, JsonNode ticket, JsonNode elsewhere) {
    String code = ticket.path("code").asString();
    String secret = ticket.path("secret").asString();
    JsonNode own =
        engine
            .anybody()
            .post("/api/v1/tickets/data", Map.of("code", code, "secret", secret))
            .expect(200)
            .json();
    assertThat(own.path("contact").path("phone").asString()).isEqualTo("0912345678");
    assertThat(own.path("requestedAt").asString()).startsWith("2025-08-22");
    assertThat(own.path("eraseAt").asString()).startsWith("2025-10-21");
    JsonNode unlocked =
        engine
            .kiosk()
            .post(REQUESTS + "/" + code + "/unlock", Map.of("pin", ticket.path("pin").asString()))
            .expect(200)
            .json();
    assertThat(unlocked.path("secret").asString()).isEqualTo(secret);
    String lost = elsewhere.path("code").asString();
    List<String> teams = codes(engine.phone("T01").api().get(REQUESTS).expect(200).json());
    assertThat(teams).containsExactly(code);
    JsonNode leaders = engine.leader().get(REQUESTS).expect(200).json();
    assertThat(codes(leaders)).containsExactlyInAnyOrder(code, lost);
    JsonNode row = engine.leader().get(REQUESTS + "/" + lost).expect(200).json();
    assertThat(row.path("team").asString()).isEmpty();
    assertThat(row.path("earlier").path("campaign").asString()).isEqualTo("thu-nghiem");
    assertThat(row.path("earlier").path("hamlet").asString()).isEqualTo("Vân La");
    engine.leader().post(REQUESTS + "/" + lost + "/reassign", Map.of("team", "T01")).expect(200);
    assertThat(codes(engine.phone("T01").api().get(REQUESTS).expect(200).json()))
        .containsExactlyInAnyOrder(code, lost);
    assertThat(
            engine.leader().get("/api/v1/audit?what=help-carried-in").json().path("lines").size())
        .isEqualTo(2);
  }

  private static List<String> codes(JsonNode list) {
    return list.path("helpRequests").valueStream().map(row -> row.path("code").asString()).toList();
  }
}
