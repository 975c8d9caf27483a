package vn.gocua.engine.closing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import vn.gocua.engine.support.Answer;
import vn.gocua.engine.support.Item;
import vn.gocua.engine.support.Phone;
import vn.gocua.engine.support.RunningEngine;
import vn.gocua.testkit.SettableClock;

/** No request stays behind when a campaign ends, and none is taken that nobody could close. */
class OpenRequestsTest {
  private static final String REQUESTS = "/api/v1/help-requests";
  private static final String CLOSE = "/api/v1/campaign/close";
  private static final String NOW = "2025-08-22T09:00:00+07:00";

  @TempDir private Path folder;
  private SettableClock clock;
  private RunningEngine engine;
  private int numbers;

  @BeforeEach
  void start() {
    clock = SettableClock.at(NOW);
    engine = RunningEngine.start(folder, clock);
  }

  @AfterEach
  void stop() {
    engine.close();
  }

  private Answer ask() {
    numbers++;
    return engine
        .kiosk()
        .post(
            REQUESTS,
            Map.of(
                "id",
                Item.newId(),
                "hamlet",
                "co-giao",
                "activity",
                "public-services",
                "contact",
                Map.of("name", "A", "phone", "091234%04d".formatted(numbers), "address", "B"),
                "consent",
                Map.of("textVersion", "kiosk-2025-08", "at", NOW)));
  }

  private String ticket() {
    return ask().expect(201).json().path("code").asString();
  }

  private JsonNode row(String code) {
    return engine.leader().get(REQUESTS + "/" + code).expect(200).json();
  }

  @Test
  void shouldAskWhatBecomesOfEachOpenRequestAndDoIt() {
    String ends = ticket();
    String stays = ticket();
    String another = ticket();
    Phone phone = engine.phone("T01");
    phone.api().post(REQUESTS + "/" + stays + "/claim", "").expect(200);
    assertThat(closing().path("openRequests").asInt()).isEqualTo(3);

    Map<String, Object> some = Map.of("end", List.of(ends), "leave", List.of(stays));
    Answer undecided = close(some);
    assertThat(undecided.problem()).isEqualTo("409 open-requests-undecided");
    assertThat(undecided.body()).contains("Còn 1 phiếu");
    assertThat(close(Map.of("end", List.of(ends), "leave", List.of(ends))).problem())
        .isEqualTo("400 open-requests-decision");
    assertThat(close(Map.of("others", "burn")).problem()).isEqualTo("400 open-requests-decision");
    assertThat(closing().path("closed").asBoolean()).as("nothing was done").isFalse();
    assertThat(row(ends).path("state").asString()).isEqualTo("open");

    Map<String, Object> all =
        Map.of("end", List.of(ends), "leave", List.of(stays), "others", "end");
    close(all).expect(200);
    close(all).expect(200);
    for (String code : List.of(ends, another)) {
      assertThat(row(code).path("status").asString()).isEqualTo("cancelled");
      assertThat(row(code).path("state").asString()).isEqualTo("expired");
      assertThat(row(code).path("reason").asString()).isEqualTo("campaign-over");
      assertThat(engine.leader().get(REQUESTS + "/" + code + "/contact").problem())
          .isEqualTo("410 contact-erased");
    }
    assertThat(row(stays).path("left").asBoolean()).isTrue();
    assertThat(row(stays).path("status").asString()).isEqualTo("claimed");
    assertThat(closing().path("openRequests").asInt()).isEqualTo(1);
    assertThat(audit("help-expired")).isEqualTo(2);
    assertThat(audit("help-left")).isEqualTo(1);
  }

  private int audit(String what) {
    return engine.leader().get("/api/v1/audit?what=" + what).json().path("lines").size();
  }

  private JsonNode closing() {
    return engine.leader().get("/api/v1/campaign/closing").expect(200).json();
  }

  private Answer close(Map<String, Object> openRequests) {
    return engine.leader().post(CLOSE, Map.of("lateHours", 1, "openRequests", openRequests));
  }

  @Test
  void shouldLeaveThemAsTheyAreForADeskThatDoesNotAsk() {
    String code = ticket();
    engine.leader().post(CLOSE, Map.of("lateHours", 1)).expect(200);
    assertThat(row(code).path("status").asString()).isEqualTo("open");
  }

  @Test
  void shouldTakeNoRequestAfterTheEndAndCloseOpenOnesWithoutACheckIn() {
    String visited = ticket();
    String told = ticket();
    Phone phone = engine.phone("T01");
    phone.api().post(REQUESTS + "/" + visited + "/claim", "").expect(200);
    assertThat(engine.leader().post(REQUESTS + "/" + told + "/finish", "").problem())
        .isEqualTo("409 still-by-check-in");

    clock.set("2026-08-22T09:00:00+07:00");
    assertThat(ask().problem()).isEqualTo("409 campaign-over");
    phone.api().post(REQUESTS + "/" + visited + "/close", "").expect(200);
    assertThat(row(visited).path("status").asString()).isEqualTo("closed");
    assertThat(engine.phone("T02").api().post(REQUESTS + "/" + told + "/finish", "").problem())
        .isEqualTo("403 leaders-only");
    engine.leader().post(REQUESTS + "/" + told + "/finish", "").expect(200);
    engine.leader().post(REQUESTS + "/" + told + "/finish", "").expect(200);
    assertThat(row(told).path("status").asString()).isEqualTo("closed");
    assertThat(row(told).has("checkIn")).isFalse();
  }

  @Test
  void shouldTakeRequestsBeforeTheFirstDayForTeamsMayCloseThemOnceItHasCome() {
    clock.set("2025-01-05T09:00:00+07:00");
    String early = ticket();
    Phone phone = engine.phone("T01");
    phone.api().post(REQUESTS + "/" + early + "/claim", "").expect(200);
    phone.api().post(REQUESTS + "/" + early + "/close", "").expect(200);
  }
}
