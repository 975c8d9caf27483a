package vn.gocua.engine.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import vn.gocua.engine.support.ConfigFolder;
import vn.gocua.engine.support.Item;
import vn.gocua.engine.support.Phone;
import vn.gocua.engine.support.RunningEngine;
import vn.gocua.testkit.SettableClock;

/**
 * Phones have names at the desk; what one sent can be listed; who is unused for long is told so.
 */
@Tag("slow")
class LostPhoneTest {
  private static final String NAME = "Máy của chị Mẫu";

  private final SettableClock clock = SettableClock.at("2025-08-22T09:30:00+07:00");
  private RunningEngine engine;
  private Path data;

  @BeforeEach
  void start(@TempDir Path folder) throws IOException {
    data = Files.createDirectory(folder.resolve("data"));
    ConfigFolder config = ConfigFolder.in(folder).replace("campaign.yaml", "days: 45", "days: 300");
    engine = RunningEngine.start(data, config, clock);
  }

  @AfterEach
  void stop() {
    engine.close();
  }

  private JsonNode listed(Phone phone) {
    for (JsonNode row : engine.leader().get("/api/v1/devices").expect(200).json().path("devices")) {
      if (row.path("device").asString().equals(phone.device())) {
        return row;
      }
    }
    throw new AssertionError("not listed");
  }

  private int name(Phone phone, String name) {
    return engine
        .leader()
        .post("/api/v1/devices/" + phone.device() + "/name", Map.of("name", name))
        .status();
  }

  @Test
  void shouldNameAPhoneInTheVaultOnly() throws IOException {
    Phone phone = engine.phone("T01");
    assertThat(listed(phone).has("name")).isFalse();
    assertThat(name(phone, "Máy 1")).isEqualTo(204);
    assertThat(name(phone, "  " + NAME + " ")).isEqualTo(204);
    assertThat(listed(phone).path("name").asString()).isEqualTo(NAME);
    assertThat(phone.api().get("/api/v1/devices").status()).isEqualTo(403);
    assertThat(name(phone, "x".repeat(41))).isEqualTo(400);
    assertThat(
            engine
                .leader()
                .post("/api/v1/devices/" + Item.newId() + "/name", Map.of("name", NAME))
                .problem())
        .isEqualTo("404 unknown-device");
    assertThat(named(phone))
        .hasSize(2)
        .allMatch(line -> !line.path("details").toString().contains(NAME));
    assertThat(named(phone).getFirst().path("sentence").asString()).contains(NAME);
    engine = engine.restarted();
    assertThat(listed(phone).path("name").asString()).isEqualTo(NAME);
    try (Stream<Path> files = Files.walk(data)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        assertThat(new String(Files.readAllBytes(file), StandardCharsets.UTF_8))
            .as(file.toString())
            .doesNotContain(NAME);
      }
    }
    assertThat(name(phone, " ")).isEqualTo(204);
    assertThat(listed(phone).has("name")).isFalse();
    // The audit reads it from the vault, so it is gone there too.
    assertThat(named(phone)).hasSize(3).noneMatch(line -> line.toString().contains(NAME));
  }

  private List<JsonNode> named(Phone phone) {
    List<JsonNode> lines = new ArrayList<>();
    engine
        .leader()
        .get("/api/v1/audit?what=phone-named&who=" + phone.device())
        .json()
        .path("lines")
        .forEach(lines::add);
    return lines;
  }

  @Test
  void shouldListWhatOnePhoneSentPageByPage() {
    Phone lost = engine.phone("T01");
    Phone mate = engine.phone("T01");
    List<String> sent = new ArrayList<>();
    for (int i = 0; i < 7; i++) {
      Item item = Item.at("2025-08-%dT08:00:00+07:00".formatted(12 + i));
      lost.send(item).expect(200);
      mate.send(Item.at("2025-08-%dT08:00:00+07:00".formatted(12 + i))).expect(200);
      sent.addFirst(item.id());
    }
    engine.leader().delete("/api/v1/devices/" + lost.device()).expect(204);
    List<String> found = new ArrayList<>();
    String after = "";
    boolean more = true;
    while (more) {
      JsonNode page =
          engine
              .leader()
              .get("/api/v1/check-ins?team=T01&limit=3&device=" + lost.device() + after)
              .expect(200)
              .json();
      page.path("checkIns")
          .forEach(row -> {
            assertThat(row.path("by").asString()).isEqualTo(lost.device());
            found.add(row.path("id").asString());
          });
      after = "&after=" + found.getLast();
      more = page.path("more").asBoolean();
      assertThat(page.path("checkIns").size()).isBetween(1, 3);
    }
    assertThat(found).isEqualTo(sent);
    String ofDay = "/api/v1/check-ins?team=T01&day=3&device=" + lost.device();
    assertThat(engine.leader().get(ofDay).json().path("checkIns")).hasSize(1);
    assertThat(engine.leader().get("/api/v1/check-ins?team=T01&device=x").status()).isEqualTo(400);
  }

  @Test
  void shouldEndAPhoneThatWasUnusedForSixtyDaysOnlyByAClockThatIsSure() {
    Phone phone = engine.phone("T01");
    phone.api().get("/api/v1/check-ins").expect(200);
    await().until(() -> listed(phone).path("usedOn").asString("").equals("2025-08-22"));
    clock.set("2025-10-22T09:30:00+07:00");
    await().until(() -> !engine.anybody().board().path("clock").isMissingNode());
    engine = engine.restarted();
    Phone again = phone.at(engine);
    again.api().get("/api/v1/check-ins").expect(200);
    assertThat(listed(phone).path("revoked").asBoolean()).isFalse();
    engine
        .leader()
        .post("/api/v1/clock/confirmation", Map.of("at", "2025-10-22T09:30:00+07:00"))
        .expect(200);
    await().until(() -> again.api().get("/api/v1/check-ins").status() == 401);
    assertThat(again.api().get("/api/v1/check-ins").problem()).isEqualTo("401 phone-unused");
    assertThat(again.api().get("/api/v1/check-ins").body()).contains("quét mã mới");
    assertThat(listed(phone).path("ended").asString()).isEqualTo("unused");
    assertThat(listed(phone).path("revoked").asBoolean()).isTrue();
    engine.phone("T01").api().get("/api/v1/check-ins").expect(200);
  }
}
