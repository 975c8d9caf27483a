package vn.gocua.engine.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import vn.gocua.engine.config.StartRefused;
import vn.gocua.engine.support.ConfigFolder;
import vn.gocua.engine.support.Item;
import vn.gocua.engine.support.RunningEngine;
import vn.gocua.testkit.SettableClock;

/** Who may join an engine that runs, and what a joining one brings. */
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
