package vn.gocua.engine.checkin;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import vn.gocua.engine.support.Answer;
import vn.gocua.engine.support.Api;
import vn.gocua.engine.support.Item;
import vn.gocua.engine.support.Phone;
import vn.gocua.engine.support.RunningEngine;
import vn.gocua.engine.support.SettableClock;

/** A leader takes in what a phone could not send. */
class BackupTest {
  private static final String BACKUPS = "/api/v1/teams/T01/backups";
  private static final String MORNING = "2025-08-22T08:30:00+07:00";

  @TempDir private Path folder;
  private RunningEngine engine;
  private Phone phone;

  @BeforeEach
  void start() {
    engine = RunningEngine.start(folder, SettableClock.at("2025-08-22T09:30:00+07:00"));
    phone = engine.phone("T01");
  }

  @AfterEach
  void stop() {
    engine.close();
  }

  /** A file as the phone's app writes it. */
  private static ObjectNode file(String team, Item... items) {
    ObjectNode file = JsonMapper.shared().createObjectNode();
    file.put("format", "gocua-phone-backup").put("version", 1);
    file.put("savedAt", "2025-08-21T20:00:00.000Z").put("team", team).putNull("device");
    ArrayNode checkIns = file.putArray("checkIns");
    for (Item item : items) {
      checkIns.addObject().put("team", team).set("checkIn", item.json());
    }
    file.putArray("voids");
    file.putArray("damaged");
    return file;
  }

  private Answer takeIn(JsonNode file) {
    return engine.leader().post(BACKUPS, file.toString());
  }

  @Test
  void shouldGiveEveryItemTheVerdictAPhoneWouldGet() {
    Item sent = Item.at(MORNING);
    phone.send(sent);
    Item changed = sent.with("residents", 9);
    Item fresh = Item.at(MORNING);
    Item bad = Item.at(MORNING).with("activity", "fishing");
    Answer answer = takeIn(file("T01", sent, changed, fresh, bad)).expect(200);
    assertThat(answer.outcomes())
        .containsExactly("duplicate", "conflict", "accepted", "rejected unknown-activity");
    assertThat(answer.json().path("results").path(3).path("message").asString())
        .contains("fishing");
    engine.assertRecountEqual();
  }

  @Test
  void shouldCountOnceWhatIsTakenInTwiceAndSentByThePhoneToo() {
    Item item = Item.at(MORNING);
    assertThat(takeIn(file("T01", item)).outcomes()).containsExactly("accepted");
    assertThat(takeIn(file("T01", item)).outcomes()).containsExactly("duplicate");
    assertThat(phone.send(item).outcomes()).containsExactly("duplicate");
    assertThat(engine.leader().recount().path("journal").path("checkIns").asInt()).isEqualTo(1);
  }

  @Test
  void shouldTakeInMoreThanAPhoneMaySendAtOnce() {
    List<Item> items = new ArrayList<>();
    for (int i = 0; i < 1200; i++) {
      items.add(Item.at(MORNING));
    }
    Answer answer = takeIn(file("T01", items.toArray(Item[]::new))).expect(200);
    assertThat(answer.outcomes()).hasSize(1200).containsOnly("accepted");
  }

  @Test
  void shouldLeaveATimeAsItIsUnlessThePhoneKnewItsClocksOffset() {
    Item plain = Item.at(MORNING);
    Item offset = Item.at("2024-08-22T08:30:00+07:00").with("clockOffset", 365 * 24 * 3600);
    assertThat(takeIn(file("T01", plain, offset)).outcomes())
        .containsExactly("accepted", "accepted");
    phone
        .api()
        .get("/api/v1/check-ins")
        .json()
        .path("checkIns")
        .forEach(entry ->
            assertThat(entry.path("occurredAt").asString()).startsWith("2025-08-22T08:30"));
  }

  @Test
  void shouldTakeBackWhatThePhoneWantedTakenBack() {
    Item mistake = Item.at(MORNING);
    phone.send(mistake);
    ObjectNode file = file("T01");
    file.withArray("voids")
        .addObject()
        .put("team", "T01")
        .put("of", mistake.id())
        .put("reason", "mistake");
    file.withArray("voids")
        .addObject()
        .put("team", "T01")
        .put("of", Item.newId())
        .put("reason", "mistake");
    JsonNode voids = takeIn(file).expect(200).json().path("voids");
    assertThat(voids.path(0).path("outcome").asString()).isEqualTo("voided");
    assertThat(voids.path(1).path("outcome").asString()).isEqualTo("rejected");
    assertThat(voids.path(1).path("code").asString()).isEqualTo("unknown-check-in");
    assertThat(engine.leader().recount().path("journal").path("checkIns").asInt()).isZero();
  }

  @Test
  void shouldNotBookOneTeamsItemsUnderAnother() {
    assertThat(takeIn(file("T02", Item.at(MORNING))).outcomes())
        .containsExactly("rejected other-teams-check-in");
    assertThat(engine.leader().recount().path("journal").path("checkIns").asInt()).isZero();
  }

  @Test
  void shouldTakeAPlainPostForABackup() {
    Item item = Item.at(MORNING);
    assertThat(takeIn(Api.batch(List.of(item))).outcomes()).containsExactly("accepted");
  }

  @Test
  void shouldRefuseWhatIsNoBackup() {
    assertThat(engine.leader().post(BACKUPS, Map.of("format", "excel")).problem())
        .isEqualTo("400 not-a-backup");
    assertThat(engine.leader().post(BACKUPS, "[1]").problem()).isEqualTo("400 not-json");
    assertThat(engine.leader().post("/api/v1/teams/T77/backups", file("T77").toString()).problem())
        .isEqualTo("404 unknown-team");
    assertThat(phone.api().post(BACKUPS, file("T01").toString()).problem())
        .isEqualTo("403 leaders-only");
  }
}
