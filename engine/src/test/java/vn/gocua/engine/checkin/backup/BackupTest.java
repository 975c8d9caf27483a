package vn.gocua.engine.checkin.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
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
import vn.gocua.testkit.SettableClock;

/** A leader takes in what a phone could not send. */
@Tag("slow")
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
  void shouldTakeInASeriesOfCodesInAnyOrderAndScannedTwice() throws IOException {
    Item one = Item.at(MORNING);
    Item other = Item.at(MORNING);
    List<String> codes = codes(packed(file("T01", one, other)), 60);
    assertThat(codes).hasSizeGreaterThan(4);
    List<String> scanned = new ArrayList<>(codes);
    Collections.reverse(scanned);
    scanned.add(codes.get(2) + " " + codes.get(1));
    assertThat(scan(scanned).expect(200).outcomes()).containsExactly("accepted", "accepted");
    assertThat(phone.send(one).outcomes()).containsExactly("duplicate");

    String plain = file("T01", one).toString();
    assertThat(scan(codes(plain.getBytes(StandardCharsets.UTF_8), 200)).outcomes())
        .as("from a browser that packs nothing")
        .containsExactly("duplicate");
  }

  @Test
  void shouldSayWhichCodesOfASeriesAreMissing() throws IOException {
    List<String> codes = codes(packed(file("T01", Item.at(MORNING))), 40);
    List<String> some = new ArrayList<>(codes);
    some.remove(3);
    some.remove(1);
    Answer answer = scan(some);
    assertThat(answer.problem()).isEqualTo("400 backup-incomplete");
    assertThat(answer.body()).contains("2, 4").contains(String.valueOf(codes.size()));
    some.addAll(codes(packed(file("T01", Item.at(MORNING))), 40));
    assertThat(scan(some).problem()).isEqualTo("400 backup-of-several");
    assertThat(engine.leader().recount().path("journal").path("checkIns").asInt()).isZero();
  }

  @Test
  void shouldRefuseASeriesThatWasReadWrongly() throws IOException {
    List<String> codes = codes(packed(file("T01", Item.at(MORNING))), 40);
    String last = codes.removeLast();
    char wrong = last.charAt(last.length() - 1) == 'A' ? 'B' : 'A';
    codes.add(last.substring(0, last.length() - 2) + wrong + wrong);
    assertThat(scan(codes).problem()).isEqualTo("400 not-a-backup");
    assertThat(scan(List.of("https://example.org/")).problem()).isEqualTo("400 not-a-backup");
    assertThat(engine.leader().post(BACKUPS, Map.of("parts", List.of(), "more", 1)).problem())
        .isEqualTo("400 unknown-field");
  }

  private Answer scan(List<String> codes) {
    return engine.leader().post(BACKUPS, Map.of("parts", codes));
  }

  private static byte[] packed(ObjectNode file) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream packer = new GZIPOutputStream(bytes)) {
      packer.write(file.toString().getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }

  /** As the phone's app shows them. */
  private static List<String> codes(byte[] bytes, int length) {
    CRC32 sum = new CRC32();
    sum.update(bytes);
    String text = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    int count = (text.length() + length - 1) / length;
    List<String> codes = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      codes.add(
          "https://example.org/#b=1.%08x.%d.%d.%s"
              .formatted(
                  sum.getValue(),
                  i + 1,
                  count,
                  text.substring(i * length, Math.min(text.length(), (i + 1) * length))));
    }
    return codes;
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
    assertThat(engine.leader().post(BACKUPS, "[1]").problem()).isEqualTo("400 wrong-type");
    assertThat(engine.leader().post("/api/v1/teams/T77/backups", file("T77").toString()).problem())
        .isEqualTo("404 unknown-team");
    assertThat(phone.api().post(BACKUPS, file("T01").toString()).problem())
        .isEqualTo("403 leaders-only");
  }
}
