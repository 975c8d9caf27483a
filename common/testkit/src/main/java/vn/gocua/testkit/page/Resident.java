package vn.gocua.testkit.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** Somebody who asks for help at the hall's kiosk; here by its API. */
public final class Resident {
  /** Nobody's: the sample's name, number and address. */
  public static final String NAME = "Bác Mẫu Thử Nghiệm";

  public static final String ADDRESS = "Nhà mẫu số 5, ngõ giếng";

  /** More than any screen may. */
  private static final int MANY = 500;

  private final JsonApi kiosk;
  private int asked;

  private Resident(JsonApi kiosk) {
    this.kiosk = kiosk;
  }

  /**
   * Speaks to the engine as the kiosk does.
   *
   * @param data the engine's data folder, where it keeps the kiosk's token
   */
  public static Resident at(JsonApi engine, Path data) {
    try {
      return new Resident(engine.as(Files.readString(data.resolve("kiosk.token")).strip()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The number of whoever asked last; one number may ask a few times a day only. */
  public String phone() {
    return "0912345%03d".formatted(asked);
  }

  /** The ticket's code. */
  public String ask(String hamlet, String activity) {
    return askFor(hamlet, activity).get("code").asString();
  }

  /** The ticket, with its secret. */
  public JsonNode askFor(String hamlet, String activity) {
    return askAs(NAME, hamlet, activity);
  }

  /** The same under another name. */
  public JsonNode askAs(String name, String hamlet, String activity) {
    asked++;
    return kiosk.post(
        "/api/v1/help-requests",
        Map.of(
            "id", UUID.randomUUID().toString(),
            "hamlet", hamlet,
            "activity", activity,
            "contact", Map.of("name", name, "phone", phone(), "address", ADDRESS),
            "consent", Map.of("textVersion", "2025-08", "at", Instant.now().toString())));
  }

  /** Takes a seat in a class. */
  public void takeSeat(String lesson, String name) {
    asked++;
    kiosk.post(
        "/api/v1/classes/" + lesson + "/enrolments",
        Map.of(
            "id", UUID.randomUUID().toString(),
            "contact", Map.of("name", name, "phone", phone()),
            "consent", Map.of("textVersion", "2025-08", "at", Instant.now().toString())));
  }

  /** Takes, or tries to take, as many seats in a class as one screen may. */
  public void useUp(String screen, String lesson) {
    Resident there = new Resident(kiosk.from(screen));
    for (int left = MANY; left > 0; left--) {
      try {
        there.takeSeat(lesson, NAME);
      } catch (IllegalStateException refused) {
        String why = String.valueOf(refused.getMessage());
        if (why.contains("too-many-requests-here")) {
          return;
        }
        if (!why.contains("class-full")) {
          throw refused;
        }
      }
    }
    throw new IllegalStateException("a screen may take any number of seats");
  }

  public JsonNode ticket(String code) {
    return kiosk.get("/api/v1/help-requests/" + code);
  }
}
