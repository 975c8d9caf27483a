package vn.gocua.engine.readings;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import vn.gocua.engine.support.Answer;
import vn.gocua.engine.support.Item;
import vn.gocua.engine.support.Phone;
import vn.gocua.engine.support.RunningEngine;
import vn.gocua.testkit.SettableClock;

/** Reading contacts over HTTP: a quota for phones and for leaders, who say why. */
@Tag("slow")
class ContactQuotaTest {
  private static final String NOW = "2025-08-22T09:30:00+07:00";
  private static final String REQUESTS = "/api/v1/help-requests";

  private final SettableClock clock = SettableClock.at(NOW);
  private RunningEngine engine;
  private Phone phone;

  @BeforeEach
  void start(@TempDir Path folder) {
    engine = RunningEngine.start(folder, clock);
    phone = engine.phone("T03");
  }

  @AfterEach
  void stop() {
    engine.close();
  }

  private List<String> tickets(int count) {
    List<String> codes = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Map<String, Object> order = new LinkedHashMap<>();
      order.put("id", Item.newId());
      order.put("hamlet", "van-la");
      order.put("activity", "public-services");
      order.put(
          "contact",
          Map.of("name", "Người xin giúp", "phone", "0912%06d".formatted(i), "address", "Ngõ 1"));
      order.put("consent", Map.of("textVersion", "kiosk-2025-08", "at", NOW));
      codes.add(
          engine
              .kiosk()
              .with("X-Gocua-Screen", "screen-" + i / 20)
              .post(REQUESTS, order)
              .expect(201)
              .json()
              .path("code")
              .asString());
    }
    return codes;
  }

  private Answer act(Phone who, String code, String act) {
    return who.api().post(REQUESTS + "/" + code + "/" + act, "");
  }

  private Answer contact(Phone who, String code) {
    return who.api().get(REQUESTS + "/" + code + "/contact");
  }

  private JsonNode readings() {
    return engine.leader().get("/api/v1/contact-readings").expect(200).json();
  }

  private Answer why(String code, Map<String, ?> why) {
    return engine.leader().post(REQUESTS + "/" + code + "/contact", why);
  }

  @Test
  void shouldNotShowFortyContactsToAPhoneThatClaimsReadsAndReleases() {
    List<String> codes = tickets(40);
    List<Answer> answers = new ArrayList<>();
    for (String code : codes) {
      act(phone, code, "claim").expect(200);
      answers.add(contact(phone, code));
      act(phone, code, "release").expect(200);
    }
    assertThat(answers.stream().filter(answer -> answer.status() == 200)).hasSize(20);
    Answer last = answers.getLast();
    assertThat(last.problem()).isEqualTo("429 contact-quota");
    assertThat(Integer.parseInt(last.header("retry-after"))).isBetween(3000, 3600);
    assertThat(last.json().path("title").asString()).contains("liên hệ");
    assertThat(last.body()).doesNotContain("Người xin giúp", "0912");

    JsonNode reader = readings().path("readers").get(0);
    assertThat(reader.path("by").asString()).isEqualTo(phone.device());
    assertThat(reader.path("team").asString()).isEqualTo("T03");
    assertThat(reader.path("full").asBoolean()).isTrue();
    assertThat(engine.leader().get("/metrics").body())
        .contains("gocua_contact_refusals_total 20", "gocua_contact_readers_near 1");

    engine = engine.restarted();
    phone = phone.at(engine);
    String claimed = codes.getFirst();
    act(phone, codes.getLast(), "claim").expect(200);
    assertThat(contact(phone, codes.getLast()).problem()).isEqualTo("429 contact-quota");
    act(phone, claimed, "claim").expect(200);
    contact(phone, claimed).expect(200);
    assertThat(readings().path("readers").get(0).path("lastDay").asInt()).isEqualTo(20);

    Phone other = engine.phone("T03");
    contact(other, claimed).expect(200);
    clock.set("2025-08-22T10:31:00+07:00");
    contact(phone, codes.getLast()).expect(200);
  }

  @Test
  void shouldShowATeamOnlyWhatItHasClaimed() {
    String code = tickets(1).getFirst();
    Phone mate = engine.phone("T03");
    Phone rival = engine.phone("T02");
    assertThat(contact(phone, code).problem()).isEqualTo("409 claim-first");
    act(phone, code, "claim").expect(200);
    contact(mate, code).expect(200);
    assertThat(contact(rival, code).problem()).isEqualTo("409 already-claimed");
    act(mate, code, "release").expect(200);
    assertThat(contact(phone, code).problem()).isEqualTo("409 claim-first");
    act(phone, code, "claim").expect(200);
    engine.leader().post(REQUESTS + "/" + code + "/reassign", Map.of("team", "T02")).expect(200);
    assertThat(contact(phone, code).problem()).isEqualTo("409 claim-first");
    act(rival, code, "claim").expect(200);
    contact(rival, code).expect(200);
    act(rival, code, "close").expect(200);
    assertThat(contact(rival, code).problem()).isEqualTo("409 already-closed");
    assertThat(why(code, Map.of("reason", "check")).status()).isEqualTo(200);
    assertThat(
            phone
                .api()
                .post(REQUESTS + "/" + code + "/contact", Map.of("reason", "check"))
                .status())
        .isEqualTo(403);
  }

  @Test
  void shouldRecordWhyALeaderReads() {
    String code = tickets(1).getFirst();
    assertThat(why(code, Map.of()).problem()).isEqualTo("400 missing-field");
    assertThat(why(code, Map.of("reason", "bored")).problem())
        .isEqualTo("400 unknown-reading-reason");
    assertThat(why(code, Map.of("reason", "other")).problem()).isEqualTo("400 reading-note-needed");
    assertThat(why(code, Map.of("reason", "other", "note", "gọi 0912 345 678")).problem())
        .isEqualTo("400 reading-note-has-number");
    why(code, Map.of("reason", "other", "note", "hẹn lại ngày 24/8")).expect(200);
    why(code, Map.of("reason", "complaint")).expect(200);
    engine.leader().get(REQUESTS + "/" + code + "/contact").expect(200);
    JsonNode lines =
        engine.leader().get("/api/v1/audit?what=personal-data-read").json().path("lines");
    List<String> said = new ArrayList<>();
    lines.forEach(line ->
        said.add(
            line.path("details").path("reason").asString("")
                + line.path("details").path("note").asString("")));
    assertThat(said).containsExactlyInAnyOrder("otherhẹn lại ngày 24/8", "complaint", "");
  }
}
