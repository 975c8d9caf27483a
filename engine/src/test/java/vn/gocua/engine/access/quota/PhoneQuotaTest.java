package vn.gocua.engine.access.quota;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import vn.gocua.engine.support.Answer;
import vn.gocua.engine.support.Api;
import vn.gocua.engine.support.ConfigFolder;
import vn.gocua.engine.support.Item;
import vn.gocua.engine.support.Phone;
import vn.gocua.engine.support.RunningEngine;
import vn.gocua.testkit.SettableClock;

/** What one phone may have kept for good has a bound an hour; what a leader takes in has none. */
@Tag("slow")
class PhoneQuotaTest {
  private static final int QUOTA = 5;
  private static final String NOW = "2025-08-22T09:00:00+07:00";

  private final SettableClock clock = SettableClock.at("2025-08-22T09:30:00+07:00");
  private RunningEngine engine;
  private Phone phone;

  @BeforeEach
  void start(@TempDir Path folder) {
    ConfigFolder config =
        ConfigFolder.in(folder).write("engine.yaml", "phoneQuota: " + QUOTA + "\n");
    engine = RunningEngine.start(folder.resolve("data"), config, clock);
    phone = engine.phone("T01");
  }

  @AfterEach
  void stop() {
    engine.close();
  }

  private static Item[] items(int count) {
    return Stream.generate(() -> Item.at(NOW)).limit(count).toArray(Item[]::new);
  }

  private int checkIns() {
    return engine.leader().recount().path("journal").path("checkIns").asInt();
  }

  private JsonNode listed() {
    for (JsonNode device : engine.leader().get("/api/v1/devices").json().path("devices")) {
      if (device.path("device").asString().equals(phone.device())) {
        return device;
      }
    }
    throw new AssertionError("not listed");
  }

  @Test
  void shouldTakeAnUploadWholeWhileAnyQuotaIsLeftAndNothingBeyond() {
    assertThat(phone.send(items(QUOTA - 1)).expect(200).outcomes()).containsOnly("accepted");
    assertThat(phone.send(items(7)).expect(200).outcomes()).hasSize(7).containsOnly("accepted");
    Answer more = phone.send(items(1));
    assertThat(more.problem()).isEqualTo("429 phone-quota");
    assertThat(Integer.parseInt(more.header("retry-after"))).isBetween(3500, 3600);
    assertThat(more.json().path("title").asString()).contains("Không mất");
    assertThat(checkIns()).isEqualTo(QUOTA - 1 + 7);
    // The campaign's time, which a rehearsal lets run, is not the quota's.
    clock.advance(Duration.ofHours(3));
    assertThat(phone.send(items(1)).status()).isEqualTo(429);
    assertThat(engine.phone("T01").send(items(1)).outcomes()).containsExactly("accepted");
  }

  @Test
  void shouldNotCountWhatLeavesNothingBehind() {
    Item first = Item.at(NOW);
    Item unknown = Item.at(NOW).with("activity", "nothing-known");
    phone.send(first).expect(200);
    for (int i = 0; i < 3 * QUOTA; i++) {
      assertThat(phone.send(first, first.with("residents", 9), unknown).expect(200).outcomes())
          .containsExactly("duplicate", "conflict", "rejected unknown-activity");
    }
    assertThat(phone.send(items(QUOTA)).outcomes()).containsOnly("accepted");
  }

  @Test
  void shouldTellLeadersAndCountTheRefusals() {
    Instant before = Instant.now().minusMillis(1);
    phone.send(items(QUOTA)).expect(200);
    assertThat(listed().has("overQuotaAt")).isFalse();
    phone.send(items(1)).expect(429);
    phone.api().get("/api/v1/check-ins").expect(200);
    assertThat(Instant.parse(listed().path("overQuotaAt").asString()))
        .isBetween(before, Instant.now());
    assertThat(engine.leader().get("/metrics").body())
        .containsPattern("(?m)^gocua_quota_refusals_total 1\\.0$");
  }

  @Test
  void shouldNotHoldUpWhatALeaderTakesIn() {
    phone.send(items(QUOTA)).expect(200);
    Item left = Item.at(NOW);
    phone.send(left).expect(429);
    Api leader = engine.leader();
    ObjectNode paper = Api.paper(List.of(items(3 * QUOTA)));
    for (JsonNode line : paper.path("checkIns")) {
      ((ObjectNode) line).put("minutes", 20);
    }
    assertThat(leader.post("/api/v1/teams/T01/check-ins", paper.toString()).expect(200).outcomes())
        .hasSize(3 * QUOTA)
        .containsOnly("accepted");
    ObjectNode backup = JsonMapper.shared().createObjectNode();
    backup.put("format", "gocua-phone-backup").put("version", 1);
    backup.put("savedAt", NOW).put("team", "T01").putNull("device");
    backup.putArray("checkIns").addObject().put("team", "T01").set("checkIn", left.json());
    backup.putArray("voids");
    backup.putArray("damaged");
    assertThat(leader.post("/api/v1/teams/T01/backups", backup.toString()).expect(200).outcomes())
        .containsExactly("accepted");
    for (int i = 0; i < 2 * QUOTA; i++) {
      Item again = Item.at(NOW).with("replaces", left.id());
      assertThat(
              leader
                  .post("/api/v1/teams/T01/check-ins", Api.batch(List.of(again)).toString())
                  .outcomes())
          .containsExactly("accepted");
      left = again;
    }
  }

  private Answer help(String code, String act) {
    return phone.api().post("/api/v1/help-requests/" + code + "/" + act, "");
  }

  @Test
  void shouldBoundWhateverElseAPhoneLeavesOnRecord() {
    Item[] taken = items(QUOTA);
    Item more = Item.at(NOW);
    phone.send(Arrays.copyOf(taken, QUOTA - 1)).expect(200);
    phone.send(taken[QUOTA - 1], more).expect(200);
    for (Item item : taken) {
      phone.api().voided(item, "mistake").expect(200);
    }
    Answer over = phone.api().voided(more, "mistake");
    assertThat(over.problem()).isEqualTo("429 phone-quota");
    assertThat(over.header("retry-after")).isNotEmpty();
    String code = askForHelp();
    assertThat(help(code, "claim").problem()).isEqualTo("429 phone-quota");
    assertThat(engine.leader().voided(more, "mistake").status()).isEqualTo(200);
    assertThat(phone.api().voided(more, "mistake").status()).as("a repeat").isEqualTo(200);
  }

  private String askForHelp() {
    Map<String, Object> contact =
        Map.of("name", "Người xin giúp", "phone", "+84 912 345 678", "address", "Ngõ thứ nhất");
    Map<String, Object> order =
        Map.of(
            "id",
            Item.newId(),
            "hamlet",
            "co-giao",
            "activity",
            "public-services",
            "contact",
            contact,
            "consent",
            Map.of("textVersion", "kiosk-2025-08", "at", NOW));
    return engine
        .kiosk()
        .post("/api/v1/help-requests", order)
        .expect(201)
        .json()
        .path("code")
        .asString();
  }

  @Test
  void shouldNotCountRepeatsAndRefusalsOfAnyAct() {
    Item item = Item.at(NOW);
    phone.send(item).expect(200);
    phone.api().voided(item, "mistake").expect(200);
    String code = askForHelp();
    help(code, "claim").expect(200);
    for (int i = 0; i < 2 * QUOTA; i++) {
      phone.api().voided(item, "mistake").expect(200);
      phone.api().voided(Item.at(NOW), "mistake").expect(404);
      help(code, "claim").expect(200);
      help("HV-0000", "claim").expect(404);
      help("HV-0000", "release").expect(404);
      help("HV-0000", "close").expect(404);
      phone.api().get("/api/v1/help-requests/HV-0000/contact").expect(404);
    }
    // Two have been counted; each reading leaves a record, and so counts.
    for (int i = 2; i < QUOTA; i++) {
      phone.api().get("/api/v1/help-requests/" + code + "/contact").expect(200);
    }
    assertThat(phone.api().get("/api/v1/help-requests/" + code + "/contact").problem())
        .isEqualTo("429 phone-quota");
    assertThat(help(code, "close").problem()).isEqualTo("429 phone-quota");
    help(code, "claim").expect(200);
    help("HV-0000", "claim").expect(404);
    phone.api().voided(item, "mistake").expect(200);
  }

  @Test
  void shouldAnswerWhatBringsNothingNewHoweverLittleIsLeft() {
    Item[] kept = items(QUOTA);
    phone.send(kept).expect(200);
    Item unknown = Item.at(NOW).with("activity", "nothing-known");
    assertThat(phone.send(kept).expect(200).outcomes()).containsOnly("duplicate");
    assertThat(phone.send(kept[0], kept[1].with("residents", 9), unknown).expect(200).outcomes())
        .containsExactly("duplicate", "conflict", "rejected unknown-activity");
    assertThat(phone.send(kept[0], Item.at(NOW)).problem()).isEqualTo("429 phone-quota");
    assertThat(phone.send(kept[0]).expect(200).outcomes()).containsExactly("duplicate");
    assertThat(checkIns()).isEqualTo(QUOTA);
  }

  @Test
  void shouldNotLookUpForEverWhatBringsNothingNew() {
    Item[] kept = items(QUOTA);
    phone.send(kept).expect(200);
    for (int i = 0; i < PhoneQuota.LOOK_UPS; i++) {
      phone.send(kept[0]).expect(200);
    }
    assertThat(phone.send(kept[0]).problem()).isEqualTo("429 phone-quota");
  }

  @Test
  void shouldNotBePassedByManyUploadsAtOnce() throws Exception {
    int size = QUOTA - 1;
    List<Future<Answer>> sent = new ArrayList<>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 40; i++) {
        sent.add(threads.submit(() -> phone.send(items(size))));
      }
    }
    for (Future<Answer> answer : sent) {
      assertThat(answer.get().status()).isIn(200, 429);
    }
    assertThat(checkIns()).isBetween(QUOTA, QUOTA - 1 + size);
  }
}
