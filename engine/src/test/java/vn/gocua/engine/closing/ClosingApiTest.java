package vn.gocua.engine.closing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.zip.ZipFile;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import vn.gocua.base.settings.ConfigErrors;
import vn.gocua.engine.campaign.CampaignFile;
import vn.gocua.engine.campaign.CampaignPlan;
import vn.gocua.engine.support.Api;
import vn.gocua.engine.support.ConfigFolder;
import vn.gocua.engine.support.Item;
import vn.gocua.engine.support.Phone;
import vn.gocua.engine.support.RunningEngine;
import vn.gocua.engine.support.Viewer;
import vn.gocua.testkit.SettableClock;

/** A campaign is closed, late phones still come for a while, it is archived, the next follows. */
class ClosingApiTest {
  private static final String BEFORE = "2025-08-22T11:00:00+07:00";
  private static final String END = "2025-08-22T12:00:00+07:00";

  private static JsonNode closing(RunningEngine engine) {
    return engine.leader().get("/api/v1/campaign/closing").expect(200).json();
  }

  @Test
  void shouldCloseTakeLatePhonesArchiveAndPrepareTheNext(@TempDir Path folder) throws Exception {
    SettableClock clock = SettableClock.at(END);
    RunningEngine engine = RunningEngine.start(folder, clock);
    Api admin = engine.leader();
    Phone phone = engine.phone("T01");
    Item early = Item.at(BEFORE);
    assertThat(phone.send(early).outcomes()).containsExactly("accepted");
    assertThat(admin.post("/api/v1/campaign/archives", "").problem()).isEqualTo("409 not-closed");
    assertThat(engine.account("xem-thoi", "leader").post("/api/v1/campaign/close", "{}").problem())
        .isEqualTo("403 admins-only");

    try (Viewer viewer = Viewer.of(engine)) {
      viewer.await("board", _ -> true);
      admin.post("/api/v1/campaign/close", Map.of("lateHours", 48)).expect(200);
      // Whoever watches gets a whole board, and with it reads the campaign anew.
      Awaitility.await()
          .atMost(Duration.ofSeconds(30))
          .until(() -> viewer.messages("board").size() > 1);
    }
    JsonNode told = engine.anybody().get("/api/v1/campaign").json().path("closing");
    assertThat(told.path("lateUntil").asString()).startsWith("2025-08-24T12:00");
    assertThat(told.path("takesLate").asBoolean()).isTrue();

    clock.set("2025-08-23T09:00:00+07:00");
    assertThat(phone.send(Item.at(BEFORE)).outcomes()).containsExactly("accepted");
    assertRefused(phone, Item.at("2025-08-23T08:00:00+07:00"), "after-closing");
    assertThat(admin.post("/api/v1/campaign/archives", "").problem())
        .isEqualTo("409 late-phones-still-come");

    try (RunningEngine again = engine.restarted()) {
      clock.set("2025-08-24T12:00:01+07:00");
      Phone late = again.phone("T02");
      assertRefused(late, Item.at(BEFORE), "campaign-closed");
      // What is in the journal already is not rejected, whatever the rules say today.
      assertThat(again.phone("T01").send(early).outcomes()).containsExactly("duplicate");
      again.assertRecountEqual();
      archive(again, folder);
      next(again, folder);

      again.leader().post("/api/v1/campaign/reopen", "").expect(200);
      assertThat(closing(again).path("closed").asBoolean()).isFalse();
      assertThat(late.send(Item.at(BEFORE)).outcomes()).containsExactly("accepted");
    }
  }

  private static void assertRefused(Phone phone, Item item, String code) {
    JsonNode result = phone.send(item).expect(200).json().path("results").path(0);
    assertThat(result.path("outcome").asString()).isEqualTo("rejected");
    assertThat(result.path("code").asString()).isEqualTo(code);
    assertThat(result.path("message").asString()).contains("kết thúc", "điện thoại");
  }

  private static void archive(RunningEngine engine, Path folder) throws Exception {
    engine.leader().post("/api/v1/campaign/archives", "").expect(202);
    Awaitility.await()
        .atMost(Duration.ofMinutes(2))
        .until(() -> !"making".equals(closing(engine).path("work").asString()));
    JsonNode made = closing(engine).path("archives").path(0);
    assertThat(made.path("here").asBoolean()).isTrue();
    String name = made.path("file").asString();
    Path file = folder.resolve("archive.zip");
    Files.write(file, engine.leader().file("/api/v1/campaign/archives/" + name));
    assertThat(Archive.sum(file)).isEqualTo(made.path("sha256").asString());
    Path backup = folder.resolve("journal.zip");
    try (ZipFile zip = new ZipFile(file.toFile())) {
      for (String line : text(zip, Archive.SUMS).lines().toList()) {
        Path part = Files.createTempFile(folder, "part", "");
        Files.write(part, bytes(zip, line.substring(66)));
        assertThat(Archive.sum(part)).as(line).isEqualTo(line.substring(0, 64));
      }
      assertThat(text(zip, "luot-ho-tro.csv").lines()).hasSize(3);
      assertThat(bytes(zip, "bao-cao-chien-dich.pdf"))
          .startsWith("%PDF".getBytes(java.nio.charset.StandardCharsets.UTF_8));
      assertThat(bytes(zip, "ngay/bao-cao-ngay-2025-08-22.pdf"))
          .startsWith("%PDF".getBytes(java.nio.charset.StandardCharsets.UTF_8));
      Files.write(backup, bytes(zip, "journal.zip"));
    }
    try (ZipFile journal = new ZipFile(backup.toFile())) {
      assertThat(journal.getEntry("vault.jsonl")).isNull();
      assertThat(text(journal, "events.jsonl")).contains("check-in/1", "campaign-closed/1");
    }
    for (String other :
        new String[] {"..%2fjournal.db", "%2e%2e%2f%2e%2e%2fetc%2fpasswd", "x.zip"}) {
      assertThat(engine.leader().get("/api/v1/campaign/archives/" + other).status()).isEqualTo(404);
    }
  }

  private static void next(RunningEngine engine, Path folder) throws Exception {
    Map<String, Object> order =
        Map.of(
            "id",
            "hong-van-2026",
            "name",
            "Đợt hai: \"số\" # 'và' người",
            "startDate",
            "2026-03-01",
            "days",
            30,
            "checkIns",
            9000,
            "residents",
            12000);
    String path = "/api/v1/campaign/next";
    Path file = folder.resolve("next.zip");
    String body = tools.jackson.databind.json.JsonMapper.shared().writeValueAsString(order);
    Files.write(file, engine.leader().file("POST", path, BodyPublishers.ofString(body)));
    Path config = Files.createDirectory(folder.resolve("next"));
    try (ZipFile zip = new ZipFile(file.toFile())) {
      Files.write(config.resolve("campaign.yaml"), bytes(zip, "campaign.yaml"));
      Files.write(config.resolve("teams.yaml"), bytes(zip, "teams.yaml"));
    }
    ConfigErrors errors = new ConfigErrors();
    CampaignPlan plan = CampaignFile.read(config, errors);
    errors.throwIfAny();
    assertThat(plan.name()).isEqualTo(order.get("name"));
    assertThat(plan.startDate()).hasToString("2026-03-01");
    assertThat(plan.teamWord()).isEqualTo("tổ chuyển đổi số cộng đồng");
    assertThat(plan.teams())
        .extracting(team -> team.code() + team.info())
        .isEqualTo(
            CampaignFile.read(
                    ConfigFolder.in(Files.createDirectory(folder.resolve("same"))).path(), errors)
                .teams()
                .stream()
                .map(team -> team.code() + team.info())
                .toList());
    Map<String, Object> same = new java.util.HashMap<>(order);
    same.put("id", engine.anybody().get("/api/v1/campaign").json().path("id").asString());
    assertThat(engine.leader().post(path, same).problem()).isEqualTo("400 next-id-taken");
    same.put("id", "../x");
    assertThat(engine.leader().post(path, same).problem()).isEqualTo("400 next-id");
  }

  private static byte[] bytes(ZipFile zip, String name) throws IOException {
    try (var in = zip.getInputStream(zip.getEntry(name))) {
      return in.readAllBytes();
    }
  }

  private static String text(ZipFile zip, String name) throws IOException {
    return new String(bytes(zip, name), java.nio.charset.StandardCharsets.UTF_8);
  }
}
