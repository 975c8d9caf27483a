package vn.gocua.engine.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.net.InetSocketAddress;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import vn.gocua.engine.config.StartRefused;
import vn.gocua.engine.support.Api;
import vn.gocua.engine.support.ConfigFolder;
import vn.gocua.engine.support.Item;
import vn.gocua.engine.support.Phone;
import vn.gocua.engine.support.RunningEngine;
import vn.gocua.testkit.SettableClock;

/** Who may join an engine that runs, and what a joining one brings. */
@Tag("slow")
@Timeout(180)
class ClusterStartTest {
  private static final String NOW = "2025-08-22T09:30:00+07:00";

  private static MongoServer mongo;
  private static String journal;
  private static int firstPort;
  private static int secondPort;
  private static RunningEngine first;

  @TempDir private static Path folder;
  private static int folders;
  private ConfigFolder config;

  @BeforeAll
  static void start() {
    mongo = new MongoServer(new MemoryBackend());
    InetSocketAddress address = mongo.bind();
    journal = "mongodb://127.0.0.1:" + address.getPort() + "/gocua";
    firstPort = RunningEngine.freePort();
    secondPort = RunningEngine.freePort();
    first = start(config(firstPort, journal));
  }

  @AfterAll
  static void stop() {
    first.close();
    mongo.shutdownNow();
  }

  @BeforeEach
  void joining() {
    config = config(secondPort, journal);
  }

  private static ConfigFolder config(int port, String journal) {
    return ConfigFolder.in(folder)
        .write("engine.yaml", "journal: " + journal + "\n")
        .write(
            "hazelcast.yaml",
            String.format(
                Locale.ROOT,
                "clusterName: test-%d%nport: %d%nmembers: [127.0.0.1:%d, 127.0.0.1:%d]%n",
                firstPort,
                port,
                firstPort,
                secondPort));
  }

  /** Each in a data folder of its own; they share the vault's key, which lies beside those. */
  private static RunningEngine start(ConfigFolder config) {
    config.write(
        "engine.yaml",
        "journal: " + journalOf(config) + "\nvaultKeyFile: " + folder.resolve("vault.key") + "\n");
    return RunningEngine.start(folder.resolve("data-" + ++folders), config, SettableClock.at(NOW));
  }

  private static String journalOf(ConfigFolder config) {
    try {
      String text = java.nio.file.Files.readString(config.path().resolve("engine.yaml"));
      return text.lines().findFirst().orElseThrow().substring("journal: ".length());
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private StartRefused refusal() {
    StartRefused refused = catchThrowableOfType(StartRefused.class, () -> start(config).close());
    assertThat(refused).isNotNull();
    assertThat(refused.reason()).isEqualTo(StartRefused.Reason.CONFIGURATION);
    return refused;
  }

  private static void awaitNodes(RunningEngine engine, int count) {
    await()
        .atMost(Duration.ofMinutes(1))
        .until(() -> engine.leader().get("/api/v1/nodes").json().path("nodes").size() == count);
  }

  @Test
  void shouldRefuseAnotherLength() {
    config.replace("campaign.yaml", "days: 45", "days: 30");
    assertThat(refusal()).hasMessageContaining("45").hasMessageContaining("30");
  }

  @Test
  void shouldRefuseAnotherFirstDay() {
    config.replace("campaign.yaml", "startDate: 2025-08-11", "startDate: 2025-08-12");
    assertThat(refusal()).hasMessageContaining("2025-08-11").hasMessageContaining("2025-08-12");
  }

  @Test
  void shouldRefuseAnotherZone() {
    config.replace("campaign.yaml", "zone: Asia/Ho_Chi_Minh", "zone: Asia/Tokyo");
    assertThat(refusal()).hasMessageContaining("Asia/Ho_Chi_Minh").hasMessageContaining("Tokyo");
  }

  @Test
  void shouldRefuseAnotherCampaign() {
    config.replace("campaign.yaml", "id: thu-nghiem", "id: viec-khac");
    assertThat(refusal()).hasMessageContaining("viec-khac").hasMessageContaining("thu-nghiem");
    awaitNodes(first, 1);
  }

  @Test
  void shouldRefuseAnotherJournal() {
    config.write("engine.yaml", "journal: " + journal.replace("/gocua", "/khac") + "\n");
    assertThat(refusal()).hasMessageContaining("journal");
    awaitNodes(first, 1);
  }

  @Test
  void shouldRefuseOtherTargetsOfTheSameRevision() {
    config.replace("campaign.yaml", "checkIns: 4500", "checkIns: 4600");
    assertThat(refusal()).hasMessageContaining("revision");
  }

  @Test
  void shouldBringAHigherRevisionToAllAndTakeItFromThem() {
    config
        .replace("campaign.yaml", "checkIns: 4500", "checkIns: 4600")
        .replace("campaign.yaml", "revision: 3", "revision: 7");
    try (RunningEngine second = start(config)) {
      awaitNodes(first, 2);
      assertThat(second.anybody().get("/health/ready").json().path("nodes").asInt()).isEqualTo(2);
      await().atMost(Duration.ofSeconds(30)).until(() -> revision(first) == 7);
      assertThat(target(first)).isEqualTo(4600);
      assertThat(target(second)).isEqualTo(4600);
      assertThat(first.phone("T01").send(Item.at(NOW)).outcomes()).containsExactly("accepted");
      await()
          .atMost(Duration.ofSeconds(30))
          .until(() -> second.anybody().board().path("totals").path("checkIns").asLong() == 1);
      assertRosterFollows(second, first);
      assertEndFollows(second, first);
      assertAnswersFollow(second, first);
    }
    awaitNodes(first, 1);
    try (RunningEngine older = start(config(secondPort, journal))) {
      assertThat(revision(older)).isEqualTo(7);
      assertThat(target(older)).isEqualTo(4600);
    }
  }

  /** A team that an admin adds at one engine works at the other. */
  private static void assertRosterFollows(RunningEngine changed, RunningEngine follower) {
    JsonNode basis = changed.leader().get("/api/v1/roster").expect(200).json().path("basis");
    String team = "{\"code\":\"T09\",\"name\":\"Tổ 09\",\"members\":5,\"hamlets\":[\"co-giao\"]}";
    changed
        .leader()
        .post("/api/v1/roster/changes", "{\"basis\":" + basis + ",\"teams\":[" + team + "]}")
        .expect(200);
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() ->
            follower.anybody().board().path("teams").findValuesAsString("team").contains("T09"));
    assertThat(follower.phone("T09").send(Item.at(NOW)).outcomes()).containsExactly("accepted");
  }

  /** A campaign that is closed at one engine takes nothing late at the other, until reopened. */
  private static void assertEndFollows(RunningEngine changed, RunningEngine follower) {
    changed.leader().post("/api/v1/campaign/close", "{\"lateHours\":0}").expect(200);
    await().atMost(Duration.ofSeconds(30)).until(() -> closed(follower));
    assertThat(follower.phone("T01").send(Item.at(NOW)).outcomes())
        .singleElement()
        .asString()
        .startsWith("rejected ");
    follower.leader().post("/api/v1/campaign/reopen", "").expect(200);
    await().atMost(Duration.ofSeconds(30)).until(() -> !closed(changed));
  }

  /** What leaders do at one engine the other is told; it need not compare with the journal. */
  private static void assertAnswersFollow(RunningEngine changed, RunningEngine follower) {
    Api leader = changed.leader();
    put(leader, "/api/v1/targets", "{\"teams\":{\"T02\":4711}}");
    awaitAnswer(follower, "/api/v1/targets", "4711");
    put(leader, "/api/v1/training", "{\"units\":[{\"name\":\"Trạm y tế\",\"total\":2}]}");
    awaitAnswer(follower, "/api/v1/training", "Trạm y tế");
    leader.post("/api/v1/acknowledgements", "{\"key\":\"silent/T03/day/null\"}").expect(200);
    awaitAnswer(follower, "/api/v1/acknowledgements", "silent/T03/day/null");
    leader
        .send(
            "POST",
            "/api/v1/documents?name=bieu-mau&until=2025-08-22T18:00:00%2B07:00",
            BodyPublishers.ofString("%PDF-1.7 biểu mẫu"))
        .expect(201);
    awaitAnswer(follower, "/api/v1/documents", "bieu-mau");
    JsonNode offered =
        changed
            .kiosk()
            .post("/api/v1/screens", Map.of("secret", "a".repeat(43)))
            .expect(200)
            .json();
    String screen = "/api/v1/screens/" + offered.path("screen").asString();
    leader.post(screen + "/accept", Map.of("place", "Nhà văn hoá")).expect(200);
    awaitAnswer(follower, "/api/v1/screens", "Nhà văn hoá");
    Phone phone = changed.phone("T01");
    awaitAnswer(follower, "/api/v1/devices", phone.device());
    var _ = changed.account("thu-ky", "leader");
    awaitAnswer(follower, "/api/v1/accounts", "thu-ky");
    assertRevocationFollows(changed, follower, phone);
  }

  /** Who is revoked at one engine is soon let in by none; what was proved counts for 5 seconds. */
  private static void assertRevocationFollows(
      RunningEngine changed, RunningEngine follower, Phone phone) {
    Phone there = phone.at(follower);
    Api clerk = follower.anybody().signIn("thu-ky", RunningEngine.OWN);
    there.send(Item.at(NOW)).expect(200);
    clerk.get("/api/v1/account").expect(200);
    changed.leader().delete("/api/v1/devices/" + phone.device()).expect(204);
    changed.leader().post("/api/v1/accounts/thu-ky/disable", "").expect(200);
    await()
        .atMost(Duration.ofSeconds(10))
        .until(() ->
            there.send(Item.at(NOW)).status() == 401
                && clerk.get("/api/v1/account").status() == 401);
  }

  private static void put(Api api, String path, String body) {
    api.send("PUT", path, BodyPublishers.ofString(body)).expect(200);
  }

  private static void awaitAnswer(RunningEngine engine, String path, String part) {
    await()
        .atMost(Duration.ofSeconds(10))
        .until(() -> engine.leader().get(path).expect(200).body().contains(part));
  }

  private static boolean closed(RunningEngine engine) {
    JsonNode campaign = engine.anybody().get("/api/v1/campaign").json();
    return campaign.path("closing").isObject();
  }

  private static int revision(RunningEngine engine) {
    return engine.anybody().get("/api/v1/campaign").json().path("revision").asInt();
  }

  private static long target(RunningEngine engine) {
    return engine
        .anybody()
        .get("/api/v1/campaign")
        .json()
        .path("targets")
        .path("checkIns")
        .asLong();
  }
}
