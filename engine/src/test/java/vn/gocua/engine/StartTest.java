package vn.gocua.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.gocua.base.settings.ConfigErrors;
import vn.gocua.base.settings.InvalidConfig;
import vn.gocua.engine.config.Settings;
import vn.gocua.engine.config.StartRefused;
import vn.gocua.engine.config.StartRefused.Reason;
import vn.gocua.engine.journal.JournalUnavailable;
import vn.gocua.engine.stores.StartFailures;
import vn.gocua.engine.support.ConfigFolder;
import vn.gocua.engine.support.Item;
import vn.gocua.engine.support.Phone;
import vn.gocua.engine.support.RunningEngine;
import vn.gocua.testkit.SettableClock;

/** What keeps an engine from starting, and what it says then. */
@Tag("slow")
class StartTest {
  private static final String NOW = "2025-08-22T09:30:00+07:00";

  @TempDir private Path folder;
  private ConfigFolder config;
  private Path data;

  @BeforeEach
  void layOut() {
    config = ConfigFolder.in(folder);
    data = folder.resolve("data");
  }

  private RunningEngine start() {
    return RunningEngine.start(data, config, SettableClock.at(NOW));
  }

  private StartRefused refusal() {
    Settings settings = RunningEngine.settings(data, config.path(), SettableClock.at(NOW));
    return refusal(settings);
  }

  private static StartRefused refusal(Settings settings) {
    StartRefused refused =
        catchThrowableOfType(
            StartRefused.class,
            () -> {
              try (Engine engine = Engine.start(settings, new ConfigErrors())) {
                assertThat(engine).as("an engine that should not have started").isNull();
              }
            });
    assertThat(refused).isNotNull();
    return refused;
  }

  private void fillJournal(int checkIns) {
    try (RunningEngine engine = start()) {
      Item[] items = new Item[checkIns];
      for (int i = 0; i < checkIns; i++) {
        items[i] = Item.at(NOW);
      }
      assertThat(engine.phone("T01").send(items).outcomes()).containsOnly("accepted");
    }
  }

  @Test
  void shouldNameEveryMistakeOfTheFilesAtOnceWithItsLine() {
    config
        .replace("campaign.yaml", "days: 45", "days: 4500")
        .replace("campaign.yaml", "zone: Asia/Ho_Chi_Minh", "zone: Asia/Hong_Van")
        .replace("campaign.yaml", "revision: 3", "revison: 3")
        .replace("campaign.yaml", "startDate: 2025-08-11", "startDate: 11/8/2025");
    config.replace("teams.yaml", "members: 6", "members: six");
    config.write("engine.yaml", "host: 127.0.0.1\nprot: 80\n");
    config.write("hazelcast.yaml", "port: many\n");
    ConfigErrors errors = new ConfigErrors();
    Settings settings =
        Settings.read(
            Map.of(
                "GOCUA_CONFIG", config.path().toString(),
                "GOCUA_DATA", data.toString(),
                "GOCUA_KIOSK_TOKEN", "short"),
            Clock.systemUTC(),
            errors);
    InvalidConfig bad =
        catchThrowableOfType(
            InvalidConfig.class,
            () -> {
              try (Engine engine = Engine.start(settings, errors)) {
                assertThat(engine).isNull();
              }
            });
    assertThat(bad.mistakes())
        .extracting(mistake -> mistake.substring(0, mistake.indexOf(": ")))
        .containsExactly(
            "GOCUA_KIOSK_TOKEN",
            "campaign.yaml:5",
            "campaign.yaml:6",
            "campaign.yaml:7",
            "campaign.yaml:8",
            "engine.yaml:2",
            "hazelcast.yaml:1",
            "teams.yaml:6");
    assertThat(bad.getMessage())
        .contains("revison", "11/8/2025", "4500", "Hong_Van", "six", "prot");
    assertThat(data).doesNotExist();
  }

  @Test
  void shouldNameEveryMistakeOfTheSettingsAtOnce() {
    ConfigErrors errors = new ConfigErrors();
    Settings.read(
        Map.of(
            "GOCUA_CONFIG", config.path().toString(),
            "GOCUA_ENGINE_PORT", "eighty",
            "GOCUA_PUBLIC_URL", "gocua",
            "GOCUA_JOURNAL", "postgres",
            "GOCUA_KIOSK_TOKEN", "short",
            "GOCUA_CLOCK", "noon"),
        Clock.systemUTC(),
        errors);
    InvalidConfig bad = catchThrowableOfType(InvalidConfig.class, errors::throwIfAny);
    assertThat(bad.mistakes())
        .hasSize(5)
        .anySatisfy(m -> assertThat(m).startsWith("GOCUA_ENGINE_PORT"))
        .anySatisfy(m -> assertThat(m).startsWith("GOCUA_KIOSK_TOKEN"));
    assertThat(bad.getMessage()).as("a secret is never shown").doesNotContain("short");
  }

  @Test
  void shouldAcceptTheSampleThatIsDelivered() {
    ConfigErrors errors = new ConfigErrors();
    var plan =
        vn.gocua.engine.campaign.CampaignFile.read(
            Path.of("..", "config").toAbsolutePath(), errors);
    errors.throwIfAny();
    assertThat(plan.teams()).hasSize(36);
    assertThat(plan.sample()).isTrue();
    assertThat(plan.startDate()).as("first-run").isNull();
  }

  @Test
  void shouldRefuseASecondEngineOnOneDataFolder() {
    try (RunningEngine first = start()) {
      StartRefused refused = refusal();
      assertThat(refused.reason()).isEqualTo(Reason.ALREADY_RUNNING);
      assertThat(refused).hasMessageContaining(data.toString());
      first.assertRecountEqual();
    }
  }

  @Test
  void shouldRefuseATakenPort() throws IOException {
    Settings settings = RunningEngine.settings(data, config.path(), SettableClock.at(NOW));
    InetAddress loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
    try (ServerSocket other = new ServerSocket(settings.port(), 1, loopback)) {
      StartRefused refused = refusal(settings);
      assertThat(refused.reason()).isEqualTo(Reason.PORT_TAKEN);
      assertThat(refused).hasMessageContaining(String.valueOf(other.getLocalPort()));
    }
  }

  @Test
  void shouldKeepTheDayOfTheFirstRun() {
    config.replace("campaign.yaml", "startDate: 2025-08-11", "startDate: first-run");
    try (RunningEngine first = start()) {
      assertThat(first.anybody().get("/api/v1/campaign").json().path("today").asInt()).isEqualTo(1);
    }
    SettableClock later = SettableClock.at("2025-08-24T06:00:00+07:00");
    try (RunningEngine again = RunningEngine.start(data, config, later)) {
      var campaign = again.anybody().get("/api/v1/campaign").json();
      assertThat(campaign.path("today").asInt()).isEqualTo(3);
      assertThat(campaign.path("startDate").asString()).isEqualTo("2025-08-22");
    }
  }

  @Test
  void shouldPutAFirstDayRightThatAWrongClockHasFixed() {
    assertPutsRight("2031-01-01");
  }

  @Tag("all")
  @ParameterizedTest
  @ValueSource(strings = {"2025-08-25", "2019-01-01", "1970-01-01"})
  void shouldPutAnyFirstDayRightThatAWrongClockHasFixed(String wrong) {
    assertPutsRight(wrong);
  }

  private void assertPutsRight(String wrong) {
    config.replace("campaign.yaml", "startDate: 2025-08-11", "startDate: first-run");
    SettableClock wrongClock = SettableClock.at(wrong + "T09:30:00+07:00");
    try (RunningEngine first = RunningEngine.start(data, config, wrongClock)) {
      assertThat(firstDay(first)).isEqualTo(wrong);
    }
    try (RunningEngine again = start()) {
      assertThat(firstDay(again)).isEqualTo("2025-08-22");
      Phone phone = again.phone("T01");
      assertThat(phone.send(Item.at("2025-08-22T09:10:00+07:00")).outcomes())
          .containsExactly("accepted");
    }
    SettableClock later = SettableClock.at("2031-08-24T06:00:00+07:00");
    try (RunningEngine last = RunningEngine.start(data, config, later)) {
      assertThat(firstDay(last)).as("kept under its check-ins").isEqualTo("2025-08-22");
    }
  }

  @Test
  void shouldTakeAWrittenFirstDayAsLongAsNoCheckInWasTaken() {
    config.replace("campaign.yaml", "startDate: 2025-08-11", "startDate: first-run");
    start().close();
    config.replace("campaign.yaml", "startDate: first-run", "startDate: 2025-08-20");
    try (RunningEngine again = start()) {
      assertThat(firstDay(again)).isEqualTo("2025-08-20");
    }
    try (RunningEngine again = start()) {
      assertThat(firstDay(again)).isEqualTo("2025-08-20");
    }
  }

  private static String firstDay(RunningEngine engine) {
    return engine.anybody().get("/api/v1/campaign").json().path("startDate").asString();
  }

  @Test
  void shouldRefuseAnotherStartForTheSameCampaign() {
    fillJournal(1);
    config.replace("campaign.yaml", "startDate: 2025-08-11", "startDate: 2025-08-12");
    StartRefused refused = refusal();
    assertThat(refused.reason()).isEqualTo(Reason.CONFIGURATION);
    assertThat(refused).hasMessageContaining("2025-08-11").hasMessageContaining("2025-08-12");
  }

  @Test
  void shouldNotBeginAnewWhereTheJournalWasLost() throws IOException {
    fillJournal(1);
    Path file = data.resolve("journal.db");
    for (String name : new String[] {"journal.db-wal", "journal.db-shm"}) {
      Files.deleteIfExists(data.resolve(name));
    }
    Files.write(file, new byte[0]);
    assertDamaged();
    assertThat(file).as("left as it was found").isEmptyFile();
    Files.delete(file);
    assertDamaged();
    assertThat(file).doesNotExist();
  }

  @Test
  void shouldStartAgainWhereTheFirstStartWasCutOff() throws IOException {
    Files.createDirectories(data.resolve("logs"));
    Files.writeString(data.resolve("logs").resolve("engine.log"), "the first start\n");
    Files.createFile(data.resolve("engine.lock"));
    Files.createFile(data.resolve("journal.db"));
    fillJournal(1);
  }

  @Test
  void shouldNameWhatIsCountedButNoLongerConfigured() {
    fillJournal(3);
    config
        .replace("teams.yaml", "code: T01", "code: T09")
        .replace("campaign.yaml", "code: public-services", "code: public-service");
    StartRefused refused = refusal();
    assertThat(refused.reason()).isEqualTo(Reason.CONFIGURATION);
    assertThat(refused.getMessage())
        .contains("teams.yaml: tổ (team) T01: 3 lượt")
        .contains("campaign.yaml: nội dung (activity) public-services: 3 lượt")
        .doesNotContain("group");
  }

  @Test
  void shouldTakeNothingFromAPhoneWhoseTeamIsNoLongerThere() {
    Phone phone;
    try (RunningEngine engine = start()) {
      phone = engine.phone("T01");
    }
    config.replace("teams.yaml", "code: T01", "code: T09");
    try (RunningEngine engine = start()) {
      assertThat(phone.at(engine).send(Item.at(NOW)).problem()).isEqualTo("403 team-left");
      engine.assertRecountEqual();
    }
  }

  @Test
  void shouldRefuseAFileThatIsNoDatabase() throws IOException {
    Files.createDirectories(data);
    Files.writeString(data.resolve("journal.db"), "not a journal at all\n".repeat(300));
    assertDamaged();
  }

  @Test
  void shouldRefuseAnotherProgramsDatabase() throws IOException, SQLException {
    Files.createDirectories(data);
    try (Connection connection = open();
        Statement statement = connection.createStatement()) {
      statement.executeUpdate("CREATE TABLE recipes (name TEXT)");
    }
    assertDamaged();
  }

  @Test
  void shouldRefuseAnOverwrittenFile() throws IOException, SQLException {
    fillJournal(400);
    checkpoint();
    Path file = data.resolve("journal.db");
    byte[] bytes = Files.readAllBytes(file);
    java.util.Arrays.fill(bytes, bytes.length / 3, bytes.length / 3 + 20_000, (byte) 'x');
    Files.write(file, bytes);
    assertDamaged();
    assertThat(Files.readAllBytes(file)).as("left as it was found").isEqualTo(bytes);
  }

  @Test
  void shouldFindASingleLetterThatHasChanged() throws IOException, SQLException {
    fillJournal(3);
    checkpoint();
    Path file = data.resolve("journal.db");
    String text = Files.readString(file, StandardCharsets.ISO_8859_1);
    int at = text.indexOf("\"residents\":2");
    assertThat(at).isPositive();
    byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
    bytes[at + "\"residents\":".length()] = '9';
    Files.write(file, bytes);
    assertThat(refusal().reason()).isEqualTo(Reason.JOURNAL);
    assertThat(refusal()).hasMessageContaining("checksum");
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void shouldKeepWhatItStoresToItself() throws IOException {
    Files.createDirectories(data);
    Files.createFile(data.resolve("vault.db"));
    Files.setPosixFilePermissions(
        data.resolve("vault.db"), PosixFilePermissions.fromString("rw-r--r--"));
    try (RunningEngine engine = start()) {
      engine.phone("T01").send(Item.at(NOW)).expect(200);
      for (String name :
          new String[] {
            "journal.db", "journal.db-wal", "journal.db-shm", "vault.db", "vault.db-wal"
          }) {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve(name))))
            .as(name)
            .isEqualTo("rw-------");
      }
    }
  }

  @Test
  void shouldNotSpeakOfMongoWhereThereIsNone() {
    Settings settings = RunningEngine.settings(data, config.path(), SettableClock.at(NOW));
    var failure = new IllegalStateException(new JournalUnavailable("took too long", null));
    assertThat(StartFailures.in(failure, settings))
        .hasValueSatisfying(trouble ->
            assertThat(trouble)
                .hasMessageContaining("took too long")
                .hasMessageContaining("journal.db")
                .hasMessageNotContaining("MongoDB"));
  }

  private void assertDamaged() {
    StartRefused refused = refusal();
    assertThat(refused.reason()).isEqualTo(Reason.JOURNAL);
    assertThat(refused)
        .hasMessageContaining(data.resolve("journal.db").toString())
        .hasMessageContaining("sao lưu")
        .hasMessageContaining("backup");
  }

  private Connection open() throws SQLException {
    return DriverManager.getConnection("jdbc:sqlite:" + data.resolve("journal.db"));
  }

  private void checkpoint() throws SQLException {
    try (Connection connection = open();
        Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA wal_checkpoint(TRUNCATE)");
    }
  }
}
