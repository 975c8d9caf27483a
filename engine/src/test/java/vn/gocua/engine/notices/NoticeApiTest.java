package vn.gocua.engine.notices;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import vn.gocua.engine.support.Answer;
import vn.gocua.engine.support.RunningEngine;
import vn.gocua.engine.support.Viewer;
import vn.gocua.engine.support.Words;
import vn.gocua.testkit.SettableClock;

/** What leaders tell everybody is told at once, for as long as they said, and not longer. */
class NoticeApiTest {
  private static final String NOW = "2025-08-12T14:00:00+07:00";
  private static final String LATER = "2025-08-12T17:00:00+07:00";
  private static final SettableClock CLOCK = SettableClock.at(NOW);

  private static RunningEngine engine;

  @BeforeAll
  static void start(@TempDir Path folder) {
    engine = RunningEngine.start(folder, CLOCK);
  }

  @org.junit.jupiter.api.AfterAll
  static void stop() {
    engine.close();
  }

  @AfterEach
  void withdrawAll() {
    CLOCK.set(NOW);
    active("").forEach(notice -> withdraw(notice.path("id").asString()));
  }

  private static Answer publish(String text, String until, List<String> where) {
    return engine
        .leader()
        .post("/api/v1/notices", Map.of("text", text, "until", until, "where", where));
  }

  private static Answer withdraw(String id) {
    return engine.leader().post("/api/v1/notices/" + id + "/withdraw", "");
  }

  private static JsonNode active(String query) {
    return engine.anybody().get("/api/v1/notices" + query).expect(200).json().path("notices");
  }

  @Test
  void shouldShowANoticeWhereItBelongsUntilItsTime() {
    Answer answer = publish("  Chiều nay tập huấn\n lúc 15 giờ ", LATER, List.of("wall"));
    assertThat(answer.expect(201).json().path("by").asString()).isEqualTo("leader");
    assertThat(active("")).hasSize(1);
    JsonNode notice = active("?where=wall").path(0);
    assertThat(notice.path("text").asString()).isEqualTo("Chiều nay tập huấn lúc 15 giờ");
    assertThat(notice.path("until").asString()).isEqualTo(LATER);
    assertThat(notice.has("by")).isFalse();
    assertThat(active("?where=phones")).isEmpty();
    CLOCK.set(LATER);
    assertThat(active("")).isEmpty();
  }

  @Test
  void shouldTakeANoticeDownForGood() {
    String id = publish("Nghỉ", LATER, List.of()).expect(201).json().path("id").asString();
    assertThat(active("?where=phones")).hasSize(1);
    assertThat(withdraw(id).expect(200).json().path("withdrawn").asBoolean()).isTrue();
    assertThat(withdraw(id).status()).isEqualTo(200);
    assertThat(active("")).isEmpty();
    assertThat(withdraw("nothing").problem()).isEqualTo("404 unknown-notice");
    JsonNode all = engine.leader().get("/api/v1/notices/all").expect(200).json().path("notices");
    assertThat(all.path(0).path("withdrawn").asBoolean()).isTrue();
  }

  @Test
  void shouldTellViewersAtOnceAndThoseWhoComeLater() throws Exception {
    try (Viewer viewer = Viewer.of(engine)) {
      viewer.await("board", _ -> true);
      assertThat(viewer.messages("notice")).isEmpty();
      String id =
          publish("Họp lúc 16 giờ", LATER, List.of()).expect(201).json().path("id").asString();
      JsonNode told = viewer.await("notice", n -> n.path("notices").size() == 1).data();
      assertThat(told.path("notices").path(0).path("text").asString()).isEqualTo("Họp lúc 16 giờ");
      try (Viewer late = Viewer.of(engine)) {
        late.await("notice", n -> n.path("notices").size() == 1);
        withdraw(id).expect(200);
        late.await("notice", n -> n.path("notices").isEmpty());
      }
    }
  }

  @Test
  void shouldTellViewersThatANoticeHasRunOut() throws Exception {
    publish("Họp", LATER, List.of()).expect(201);
    try (Viewer viewer = Viewer.of(engine)) {
      viewer.await("notice", n -> n.path("notices").size() == 1);
      CLOCK.set(LATER);
      viewer.await("notice", n -> n.path("notices").isEmpty());
    }
  }

  @Test
  void shouldTellWhoComesBackWhatWasWithdrawnMeanwhile() throws Exception {
    try (Viewer viewer = Viewer.of(engine, "another-run-7")) {
      viewer.await("notice", n -> n.path("notices").isEmpty());
    }
  }

  @Test
  void shouldRefuseWhatIsNoNotice() {
    assertThat(publish(" ", LATER, List.of()).problem()).isEqualTo("400 missing-field");
    assertThat(publish("x".repeat(281), LATER, List.of()).problem()).isEqualTo("400 wrong-type");
    assertThat(publish("x", NOW, List.of()).problem()).isEqualTo("400 until-not-ahead");
    assertThat(publish("x", "mai", List.of()).problem()).isEqualTo("400 invalid-time");
    Answer nowhere = publish("x", LATER, List.of("roof"));
    assertThat(nowhere.problem()).isEqualTo("400 unknown-place");
    Words.assertVietnamese(nowhere.json().path("title").asString());
    assertThat(active("")).isEmpty();
  }

  @Test
  void shouldKeepNoticesOverARestart(@TempDir Path folder) {
    RunningEngine first = RunningEngine.start(folder, SettableClock.at(NOW));
    first.leader().post("/api/v1/notices", Map.of("text", "Còn đây", "until", LATER)).expect(201);
    try (RunningEngine second = first.restarted()) {
      assertThat(second.anybody().get("/api/v1/notices").body()).contains("Còn đây");
    }
  }
}
