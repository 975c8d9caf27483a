package vn.gocua.engine.screens;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import vn.gocua.engine.rights.Tokens;
import vn.gocua.engine.screens.Screen.Status;
import vn.gocua.engine.screens.ScreenFact.ScreenAccepted;
import vn.gocua.engine.screens.ScreenFact.ScreenOffered;
import vn.gocua.engine.screens.ScreenFact.ScreenRevoked;
import vn.gocua.engine.support.Answer;
import vn.gocua.engine.support.RunningEngine;
import vn.gocua.testkit.SettableClock;

/** Not every browser that finds the kiosk can act as one. */
@Tag("slow")
class ScreenTest {
  private static final String SCREENS = "/api/v1/screens";
  private static final Instant NOW = Instant.parse("2025-08-22T02:30:00Z");

  @TempDir private Path folder;
  private RunningEngine engine;
  private final String secret = Tokens.secret();

  @BeforeEach
  void start() {
    engine = RunningEngine.start(folder, SettableClock.at("2025-08-22T09:30:00+07:00"));
  }

  @AfterEach
  void stop() {
    engine.close();
  }

  @Test
  void shouldServeOnceALeaderHasAcceptedTheCodeAndStillAfterARestart() throws Exception {
    JsonNode offered = present(secret);
    String code = offered.path("screen").asString();
    assertThat(offered.path("status").asString()).isEqualTo("offered");
    assertThat(present(secret)).as("asking again changes nothing").isEqualTo(offered);
    assertThat(present(Tokens.secret()).path("screen").asString()).isNotEqualTo(code);

    String typed =
        code.substring(0, 3).toLowerCase(java.util.Locale.ROOT) + "-" + code.substring(3);
    JsonNode accepted = accept(typed).expect(200).json();
    assertThat(accepted.path("place").asString()).isEqualTo("Hội trường");
    assertThat(accept(code).expect(200).json()).as("again").isEqualTo(accepted);

    engine = engine.restarted();
    assertThat(present(secret)).isEqualTo(accepted);
    JsonNode all = engine.leader().get(SCREENS).expect(200).json().path("screens");
    assertThat(all.findValuesAsString("status"))
        .as("an offer that nobody took is not kept")
        .containsExactly("accepted");
    try (var files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        assertThat(
                new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.ISO_8859_1))
            .as("the secret is nowhere on disk: %s", file)
            .doesNotContain(secret);
      }
    }
  }

  @Test
  void shouldShutAScreenOutUntilItIsAcceptedAnew() {
    String code = present(secret).path("screen").asString();
    accept(code).expect(200);
    engine.leader().delete(SCREENS + "/" + code).expect(204);
    engine.leader().delete(SCREENS + "/" + code).expect(204);
    assertThat(present(secret).path("status").asString()).isEqualTo("revoked");
    assertThat(accept(code).problem()).isEqualTo("404 unknown-screen");
    JsonNode again =
        engine.kiosk().post(SCREENS, Map.of("secret", secret, "again", 1)).expect(200).json();
    assertThat(again.path("status").asString()).isEqualTo("offered");
    assertThat(again.path("screen").asString()).isEqualTo(code);
    accept(code).expect(200);
  }

  @Test
  void shouldPairARealScreenAmongManyOthersAndKeepNothingOfThem() {
    assertPairsAmong(100);
  }

  @Tag("all")
  @Test
  void shouldPairARealScreenInAFloodOfOthersAndKeepNothingOfThem() {
    assertPairsAmong(Integer.getInteger("gocua.test.flood", 1_500));
  }

  private void assertPairsAmong(int others) {
    JsonNode mine = present(secret);
    int events = events();
    for (int i = 0; i < others; i++) {
      present(Tokens.secret());
    }
    assertThat(events()).as("offers leave no event").isEqualTo(events);
    assertThat(present(secret)).as("a screen keeps its code").isEqualTo(mine);
    String late = Tokens.secret();
    String code = present(late).path("screen").asString();
    assertThat(accept(code).expect(200).json().path("status").asString()).isEqualTo("accepted");
    accept(mine.path("screen").asString()).expect(200);
    assertThat(present(late).path("status").asString()).isEqualTo("accepted");
    JsonNode all = engine.leader().get(SCREENS).expect(200).json().path("screens");
    assertThat(all.size()).as("leaders find their screens in the list").isLessThanOrEqualTo(52);
    engine = engine.restarted();
    assertThat(present(late).path("status").asString()).isEqualTo("accepted");
  }

  private int events() {
    return engine.leader().recount().path("journal").path("events").asInt();
  }

  @Test
  void shouldKnowNoCodeThatNoScreenShows() {
    assertThat(accept("222222").problem()).isEqualTo("404 unknown-screen");
    assertThat(engine.leader().delete(SCREENS + "/222222").problem())
        .isEqualTo("404 unknown-screen");
  }

  @Test
  void shouldLetAnOfferEndByItself() {
    Screen offered =
        Screen.evolve(null, new ScreenOffered("hash", NOW, NOW.plus(Duration.ofHours(1))));
    assertThat(offered.statusAt(NOW.plusSeconds(3599))).isEqualTo(Status.OFFERED);
    assertThat(offered.statusAt(NOW.plusSeconds(3600))).isEqualTo(Status.EXPIRED);
    Screen accepted = Screen.evolve(offered, new ScreenAccepted("leader", null, NOW));
    assertThat(accepted.statusAt(NOW.plusSeconds(999_999))).isEqualTo(Status.ACCEPTED);
    assertThat(Screen.evolve(accepted, new ScreenRevoked("leader", NOW)).statusAt(NOW))
        .isEqualTo(Status.REVOKED);
  }

  private JsonNode present(String whose) {
    return engine.kiosk().post(SCREENS, Map.of("secret", whose)).expect(200).json();
  }

  private Answer accept(String code) {
    return engine.leader().post(SCREENS + "/" + code + "/accept", Map.of("place", "Hội trường"));
  }
}
