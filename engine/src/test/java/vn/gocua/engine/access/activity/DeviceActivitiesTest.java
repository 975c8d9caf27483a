package vn.gocua.engine.access.activity;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import vn.gocua.engine.support.Item;
import vn.gocua.engine.support.Phone;
import vn.gocua.engine.support.RunningEngine;
import vn.gocua.testkit.SettableClock;

/** Leaders see how phones are doing. */
class DeviceActivitiesTest {
  private final SettableClock clock = SettableClock.at("2025-08-22T09:00:00+07:00");
  private final List<DeviceActivity> told = new ArrayList<>();
  private final DeviceActivities activities =
      new DeviceActivities(clock, () -> clock.millis() * 1_000_000, told::add);

  private static JsonNode listed(RunningEngine engine, Phone phone) {
    for (JsonNode device : engine.leader().get("/api/v1/devices").json().path("devices")) {
      if (device.path("device").asString().equals(phone.device())) {
        return device;
      }
    }
    throw new AssertionError("not listed");
  }

  @Test
  void shouldShowLeadersWhatAPhoneSaysOfItself(@TempDir Path folder) {
    try (RunningEngine engine = RunningEngine.start(folder, clock)) {
      Phone phone = engine.phone("T01");
      assertThat(listed(engine, phone).has("lastContactAt")).isFalse();
      Instant before = Instant.now();
      phone
          .api()
          .with("X-Gocua-Waiting", "7")
          .with("X-Gocua-App", "0.4.1+abc")
          .get("/api/v1/check-ins")
          .expect(200);
      JsonNode device = listed(engine, phone);
      assertThat(device.path("waiting").asInt()).isEqualTo(7);
      assertThat(device.path("app").asString()).isEqualTo("0.4.1+abc");
      assertThat(Instant.parse(device.path("lastContactAt").asString()))
          .isBetween(before.minusMillis(1), Instant.now());
      phone
          .api()
          .notHeldToDocument()
          .with("X-Gocua-Waiting", "-1")
          .get("/api/v1/check-ins")
          .expect(200);
      assertThat(listed(engine, phone).path("waiting").asInt()).isEqualTo(7);
    }
  }

  @Test
  void shouldNotKeepCountingAsUnsentWhatHasItsAnswer(@TempDir Path folder) {
    try (RunningEngine engine = RunningEngine.start(folder, clock)) {
      Phone phone = engine.phone("T01");
      // Its only one, and then it is silent: the phone counted it when it sent it.
      Item only = Item.at("2025-08-22T08:00:00+07:00");
      phone.api().with("X-Gocua-Waiting", "1").checkIns(only).expect(200);
      assertThat(listed(engine, phone).path("waiting").asInt(-1)).isZero();
      phone.api().with("X-Gocua-Waiting", "88").checkIns(only).expect(200);
      assertThat(listed(engine, phone).path("waiting").asInt(-1)).isEqualTo(87);
    }
  }

  @Test
  void shouldTellOtherNodesOfNewsAtOnceAndElseNowAndThen() {
    activities.seen("a", 3, "1");
    activities.seen("a", 3, "1");
    activities.seen("a", null, null);
    assertThat(told).hasSize(1);
    activities.seen("a", 2, "1");
    assertThat(told).hasSize(2);
    clock.advance(Duration.ofSeconds(11));
    activities.seen("a", 2, "1");
    assertThat(told).hasSize(3);
  }

  @Test
  void shouldBelieveTheNewerOfTwoNodes() {
    activities.seen("a", 3, "1");
    Instant now = clock.instant();
    activities.receive(new DeviceActivity("a", now.minusSeconds(1), 9, "0"));
    assertThat(activities.of("a")).isEqualTo(new DeviceActivity("a", now, 3, "1"));
    DeviceActivity newer = new DeviceActivity("a", now.plusSeconds(1), 1, "2");
    activities.receive(newer);
    assertThat(activities.of("a")).isEqualTo(newer);
  }
}
