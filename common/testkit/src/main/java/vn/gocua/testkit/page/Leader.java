package vn.gocua.testkit.page;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import vn.gocua.testkit.EngineProcess;

/** A leader at the engine's API: what a test needs to arrange, and to know in the end. */
public final class Leader {
  private final JsonApi api;

  private Leader(JsonApi api) {
    this.api = api;
  }

  public static Leader signIn(EngineProcess engine) {
    return signIn(engine.url());
  }

  public static Leader signIn(URI engine) {
    return signIn(engine, EngineProcess.PASSWORD);
  }

  public static Leader signIn(URI engine, String password) {
    JsonApi anybody = new JsonApi(engine);
    JsonNode session =
        anybody.post("/api/v1/sessions", Map.of("username", "leader", "password", password));
    return new Leader(anybody.as(session.get("token").asString()));
  }

  /** The engine's API, as its leader. */
  public static JsonApi api(EngineProcess engine) {
    return signIn(engine).api;
  }

  /** A code with which so many phones of the team can enrol. */
  public String code(String team, int phones) {
    return api.post("/api/v1/teams/" + team + "/enrolment-codes", Map.of("uses", phones))
        .get("code")
        .asString();
  }

  public List<String> teams() {
    return api.get("/api/v1/campaign")
        .get("teams")
        .valueStream()
        .map(team -> team.get("code").asString())
        .toList();
  }

  /** Tells everybody something for an hour; answers the notice's id. */
  public String publish(String text) {
    String until = Instant.now().plus(Duration.ofHours(1)).toString();
    return api.post("/api/v1/notices", Map.of("text", text, "until", until)).get("id").asString();
  }

  public void withdraw(String notice) {
    api.post("/api/v1/notices/" + notice + "/withdraw", Map.of());
  }

  /** The engine's own comparison of its journal with its board. */
  public JsonNode recount() {
    return api.get("/api/v1/recount");
  }

  public JsonNode board() {
    return api.get("/api/v1/board");
  }

  /** Where a team stands on the board. */
  public JsonNode standing(String team) {
    for (JsonNode row : board().get("teams")) {
      if (row.get("team").asString().equals(team)) {
        return row;
      }
    }
    throw new IllegalStateException(team);
  }

  /** A help request as it is now, with the check-in that has closed it. */
  public JsonNode helpRequest(String code) {
    return api.get("/api/v1/help-requests/" + code);
  }

  /** How many requests no team has yet. */
  public int openRequests() {
    int open = 0;
    for (JsonNode request : api.get("/api/v1/help-requests").get("helpRequests")) {
      open += request.get("status").asString().equals("open") ? 1 : 0;
    }
    return open;
  }

  /** Who asked; the reading is on record. */
  public JsonNode contact(String code) {
    return api.get("/api/v1/help-requests/" + code + "/contact");
  }

  /** A new account with a password of its own; must be changed at the first sign-in. */
  public String openAccount(String username) {
    return api.post("/api/v1/accounts", Map.of("username", username, "role", "leader"))
        .get("oneTimePassword")
        .asString();
  }

  /** All classes there ever were. */
  public JsonNode classes() {
    return api.get("/api/v1/classes?past=true").get("classes");
  }

  /** What stands in the audit under such a code. */
  public JsonNode audit(String what) {
    return api.get("/api/v1/audit?what=" + what).get("lines");
  }

  /** Lets the kiosk's screen that shows this code serve. */
  public void acceptScreen(String code) {
    api.post("/api/v1/screens/" + code + "/accept", Map.of());
  }

  public void revokeScreen(String code) {
    api.delete("/api/v1/screens/" + code);
  }

  public void revokePhonesOf(String team) {
    for (JsonNode device : api.get("/api/v1/devices?team=" + team).get("devices")) {
      api.delete("/api/v1/devices/" + device.get("device").asString());
    }
  }
}
