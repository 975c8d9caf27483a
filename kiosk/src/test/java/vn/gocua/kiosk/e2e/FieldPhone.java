package vn.gocua.kiosk.e2e;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import vn.gocua.testkit.EngineProcess;
import vn.gocua.testkit.page.JsonApi;
import vn.gocua.testkit.page.Leader;

/** A team's phone at the engine's API, for tests that are about other screens. */
final class FieldPhone {
  private final JsonApi api;

  private FieldPhone(JsonApi api) {
    this.api = api;
  }

  static FieldPhone enrol(EngineProcess engine, String team) {
    String code = Leader.signIn(engine).code(team, 1);
    JsonApi anybody = new JsonApi(engine.url());
    JsonNode phone = anybody.post("/api/v1/devices", Map.of("code", code));
    return new FieldPhone(anybody.as(phone.get("token").asString()));
  }

  /** Tells the engine that so many check-ins are still on the phone. */
  void holds(int checkIns) {
    api.holding(checkIns).get("/api/v1/check-ins");
  }

  /** My team's latest check-ins, newest first. */
  JsonNode latest() {
    return api.get("/api/v1/check-ins").get("checkIns");
  }

  /** Tells the engine nothing but the time by this phone, which is off by so much. */
  void says(Duration off) {
    api.post(
        "/api/v1/check-ins",
        Map.of(
            "sentAt",
            OffsetDateTime.now(ZoneOffset.UTC).plus(off).toString(),
            "checkIns",
            List.of()));
  }

  /** Something was done just now; the answer is the check-in's id. */
  String checkIn(String activity, int residents) {
    String id = UUID.randomUUID().toString();
    Map<String, Object> item =
        Map.of(
            "id", id,
            "occurredAt", OffsetDateTime.now(ZoneOffset.UTC).toString(),
            "activity", activity,
            "residents", residents,
            "groups", List.of("elderly"));
    JsonNode answer =
        api.post(
            "/api/v1/check-ins",
            Map.of(
                "sentAt",
                OffsetDateTime.now(ZoneOffset.UTC).toString(),
                "checkIns",
                List.of(item)));
    String outcome = answer.get("results").get(0).get("outcome").asString();
    if (!outcome.equals("accepted")) {
      throw new IllegalStateException(answer.toString());
    }
    return id;
  }
}
