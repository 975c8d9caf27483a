package vn.gocua.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.gocua.engine.support.Answer;
import vn.gocua.engine.support.Item;
import vn.gocua.engine.support.Phone;
import vn.gocua.engine.support.RunningEngine;
import vn.gocua.engine.support.Words;
import vn.gocua.testkit.SettableClock;

/**
 * The journal takes nothing for a while: phones are told to send again, what was acknowledged
 * stays, and all goes on by itself afterwards. The file is made to refuse by a trigger.
 */
class JournalOutageTest {
  private static final String NOW = "2025-08-22T09:30:00+07:00";

  private static RunningEngine engine;
  private static Phone phone;
  private static Item kept;

  @BeforeAll
  static void start(@TempDir Path folder) {
    engine = RunningEngine.start(folder, SettableClock.at(NOW));
    phone = engine.phone("T01");
    kept = Item.at(NOW);
    phone.send(kept).expect(200);
    engine.assertRecountEqual();
  }

  @AfterAll
  static void stop() {
    engine.close();
  }

  @BeforeEach
  void refuse() throws SQLException {
    toJournal(
        "CREATE TRIGGER refuse BEFORE INSERT ON events BEGIN SELECT RAISE(ABORT, 'no room'); END");
  }

  @AfterEach
  void takeAgain() throws SQLException {
    toJournal("DROP TRIGGER IF EXISTS refuse");
    assertThat(phone.send(Item.at(NOW)).outcomes()).containsExactly("accepted");
    assertThat(engine.anybody().get("/health/ready").status()).isEqualTo(200);
    engine.assertRecountEqual();
  }

  private static void toJournal(String sql) throws SQLException {
    Path file = engine.settings().journalFile();
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA busy_timeout = 10000");
      statement.executeUpdate(sql);
    }
  }

  @Test
  void shouldTellPhonesToSendAgain() throws SQLException {
    long before = version();
    Item item = Item.at(NOW);
    Answer answer = phone.send(item, Item.at(NOW).with("activity", "dancing"));
    assertThat(answer.problem()).isEqualTo("503 journal-unavailable");
    assertThat(Integer.parseInt(answer.header("retry-after"))).isPositive();
    Words.assertVietnamese(answer.json().path("title").asString());
    assertThat(phone.send(item.with("replaces", kept.id())).status()).isEqualTo(503);
    engine.assertRecountEqual();
    assertThat(version()).isEqualTo(before);

    toJournal("DROP TRIGGER refuse");
    assertThat(phone.send(item, item).outcomes()).containsExactly("accepted", "duplicate");
    engine.assertRecountEqual();
    assertThat(version()).isEqualTo(before + 1);
  }

  private static long version() {
    return engine.anybody().board().path("version").asLong();
  }

  @Test
  void shouldSayThatTheJournalIsFailing() {
    phone.send(Item.at(NOW));
    Answer ready = engine.anybody().get("/health/ready");
    assertThat(ready.status()).isEqualTo(503);
    assertThat(ready.json().path("status").asString()).isEqualTo("not-ready");
    assertThat(ready.json().path("parts").path("journal").asString()).isEqualTo("failing");
    assertThat(ready.json().path("parts").path("live").asString()).isEqualTo("ok");
    assertThat(engine.anybody().get("/health/live").status()).isEqualTo(200);
  }

  @Test
  void shouldStillKnowWhatItHas() {
    phone.send(Item.at(NOW));
    assertThat(phone.send(Item.at(NOW).with("residents", -1)).outcomes())
        .containsExactly("rejected residents-out-of-range");
    assertThat(phone.send(kept.with("activity", "dancing")).outcomes()).containsExactly("conflict");
    assertThat(phone.api().get("/api/v1/check-ins").status()).isEqualTo(200);
    assertThat(engine.anybody().get("/api/v1/board").status()).isEqualTo(200);
    engine.assertRecountEqual();
  }

  @Test
  void shouldSayTheSameToEverybodyWhoWantsSomethingWritten() {
    String code = "/api/v1/teams/T01/enrolment-codes";
    assertThat(engine.leader().post(code, "").problem()).isEqualTo("503 journal-unavailable");
    assertThat(engine.leader().voided(kept, "test").problem()).isEqualTo("503 journal-unavailable");
    assertThat(
            engine
                .anybody()
                .post(
                    "/api/v1/sessions",
                    Map.of("username", "leader", "password", RunningEngine.PASSWORD))
                .problem())
        .isEqualTo("503 journal-unavailable");
  }
}
