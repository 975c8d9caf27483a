package vn.gocua.engine.help;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import vn.gocua.engine.support.Answer;
import vn.gocua.engine.support.Item;
import vn.gocua.engine.support.Phone;
import vn.gocua.engine.support.RunningEngine;
import vn.gocua.testkit.SettableClock;

/** Whether a ticket exists can't be told without its secret: answer, limit and time are alike. */
@Tag("slow")
class TicketSecrecyTest {
  private static final String READ = "/api/v1/tickets";
  private static final String WITHDRAW = READ + "/withdraw";
  private static final String NOW = "2025-08-22T09:00:00+07:00";
  private static final String WRONG = "AAAAAAAAAAAAAAAAAAAAAA";
  private static final int TRIES = 14;

  @TempDir private static Path folder;
  private static RunningEngine engine;
  private static int numbers;

  @BeforeAll
  static void start() {
    engine = RunningEngine.start(folder, SettableClock.at(NOW));
  }

  @AfterAll
  static void stop() {
    engine.close();
  }

  private static JsonNode ticket() {
    Map<String, Object> order = new LinkedHashMap<>();
    order.put("id", Item.newId());
    order.put("hamlet", "co-giao");
    order.put("activity", "public-services");
    String phone = "0912345%03d".formatted(numbers++);
    order.put("contact", Map.of("name", "Người mẫu", "phone", phone, "address", "Ngõ mẫu"));
    order.put("consent", Map.of("textVersion", "kiosk-2025-08", "at", NOW));
    return engine.kiosk().post("/api/v1/help-requests", order).expect(201).json();
  }

  private static String code(JsonNode ticket) {
    return ticket.path("code").asString();
  }

  private static Answer tried(String path, String code, String secret) {
    return engine.anybody().post(path, Map.of("code", code, "secret", secret));
  }

  /** A ticket in every state there is. */
  private static List<String> existing() {
    JsonNode open = ticket();
    JsonNode withdrawn = ticket();
    tried(WITHDRAW, code(withdrawn), withdrawn.path("secret").asString()).expect(200);
    JsonNode cancelled = ticket();
    engine
        .leader()
        .post("/api/v1/help-requests/" + code(cancelled) + "/cancel", Map.of("reason", "double"))
        .expect(200);
    JsonNode closed = ticket();
    Phone phone = engine.phone(closed.path("team").asString());
    for (String act : List.of("claim", "close")) {
      phone.api().post("/api/v1/help-requests/" + code(closed) + "/" + act, "").expect(200);
    }
    JsonNode erased = ticket();
    engine.leader().post("/api/v1/erasures", Map.of("ticket", code(erased))).expect(200);
    return Stream.of(open, withdrawn, cancelled, closed, erased).map(t -> code(t)).toList();
  }

  /** Codes that nobody has: of the usual kind, longer, and no codes at all. */
  private static List<String> missing(List<String> existing, int salt) {
    List<String> missing =
        new ArrayList<>(List.of("TN-000000" + salt, "XX-12" + salt, "?" + salt, "tn" + salt));
    for (int n = salt * 10; missing.size() < 6; n++) {
      String code = "TN-%04d".formatted(n);
      if (!existing.contains(code)) {
        missing.add(code);
      }
    }
    return missing;
  }

  /** What somebody sees who tries a code with a secret that is wrong, again and again. */
  private static List<String> seen(String path, String code) {
    List<String> seen = new ArrayList<>();
    for (int i = 0; i < TRIES; i++) {
      Answer answer = tried(path, code, WRONG);
      String again = answer.header("retry-after");
      // The limit gives a try back every half minute; how much of that has passed is not the
      // ticket.
      boolean soon = !again.isEmpty() && Integer.parseInt(again) <= 30;
      seen.add(answer.body() + " " + soon + " " + answer.headers().map().keySet());
    }
    return seen;
  }

  @Test
  void shouldAnswerAndLimitAlikeWhetherATicketExistsOrNot() {
    assertAlike(READ);
  }

  @Tag("all")
  @Test
  void shouldAnswerAndLimitAWithdrawalAlikeWhetherATicketExistsOrNot() {
    assertAlike(WITHDRAW);
  }

  private static void assertAlike(String path) {
    List<String> existing = existing();
    List<String> usual = seen(path, "TN-99999999" + path.length());
    assertThat(usual.getFirst()).contains("\"code\":\"wrong-secret\"");
    assertThat(usual.getLast()).contains("\"code\":\"too-many-tries\"");
    assertThat(existing).allSatisfy(code -> assertThat(seen(path, code)).isEqualTo(usual));
    assertThat(missing(existing, path.length()))
        .allSatisfy(code -> assertThat(seen(path, code)).isEqualTo(usual));
  }

  @Test
  void shouldCountTheSameCodeInWhateverLetters() {
    String code = code(ticket());
    seen(READ, code.toLowerCase(Locale.ROOT));
    assertThat(tried(READ, code, WRONG).status()).isEqualTo(429);
  }

  @Test
  void shouldNeverKeepTheHolderOutForTheTriesOfStrangers() {
    JsonNode ticket = ticket();
    seen(READ, code(ticket));
    seen(WITHDRAW, code(ticket));
    String secret = ticket.path("secret").asString();
    assertThat(tried(READ, code(ticket), secret).status()).isEqualTo(200);
    assertThat(tried(WITHDRAW, code(ticket), secret).status()).isEqualTo(200);
    assertThat(tried(READ, code(ticket), WRONG).status()).isEqualTo(429);
  }

  @Test
  void shouldNotTakeAnothersSecretForACodeThatNobodyHas() {
    JsonNode ticket = ticket();
    assertThat(tried(READ, "TN-00000009", ticket.path("secret").asString()).problem())
        .isEqualTo("403 wrong-secret");
  }

  /** One of each in turn, so that whatever slows the machine slows both. */
  @Tag("all")
  @Test
  void shouldTakeAsLongWhetherATicketExistsOrNot() {
    String here = code(ticket());
    String nowhere = "TN-00000002";
    int rounds = 80;
    long[] known = new long[rounds];
    long[] unknown = new long[rounds];
    for (int i = -20; i < rounds; i++) {
      long first = nanos(here);
      long second = nanos(nowhere);
      if (i >= 0) {
        known[i] = first;
        unknown[i] = second;
      }
    }
    Arrays.sort(known);
    Arrays.sort(unknown);
    for (int percent : new int[] {25, 50, 75}) {
      double ratio = (double) known[rounds * percent / 100] / unknown[rounds * percent / 100];
      assertThat(ratio).as("at %d %%", percent).isBetween(0.85, 1.18);
    }
  }

  private static long nanos(String code) {
    long began = System.nanoTime();
    tried(READ, code, WRONG);
    return System.nanoTime() - began;
  }

  @Test
  void shouldLimitWhatAScreenTriesAlsoOfCodesThatNobodyHas() {
    List<String> problems = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      problems.add(
          engine
              .kiosk()
              .with("X-Gocua-Screen", "guess")
              .post("/api/v1/help-requests/TN-%08d/unlock".formatted(i), Map.of("pin", "123456"))
              .problem());
    }
    assertThat(problems.getFirst()).isEqualTo("404 unknown-help-request");
    assertThat(problems.getLast()).isEqualTo("429 too-many-tries");
  }

  @Test
  void shouldBoundWhatAHolderLeavesOnRecord() {
    JsonNode ticket = ticket();
    String change = "/api/v1/help-requests/" + code(ticket) + "/change";
    Answer last = null;
    for (int i = 0; i < 30; i++) {
      String when = i % 2 == 0 ? "morning" : "evening";
      last =
          engine
              .kiosk()
              .post(change, Map.of("secret", ticket.path("secret").asString(), "when", when));
    }
    assertThat(java.util.Objects.requireNonNull(last).problem()).isEqualTo("429 too-many-tries");
  }
}
