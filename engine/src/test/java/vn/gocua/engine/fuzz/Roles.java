package vn.gocua.engine.fuzz;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import vn.gocua.engine.support.Phone;
import vn.gocua.engine.support.RunningEngine;

/** Whoever may ask: with what they show, which is made anew when a request has ended it. */
final class Roles {
  static final List<String> ALL =
      List.of("anonymous", "phone", "kiosk", "leader", "admin", "revoked", "must-change");

  private final RunningEngine engine;
  private final Map<String, String> tokens = new ConcurrentHashMap<>();

  Roles(RunningEngine engine) {
    this.engine = engine;
    tokens.put("kiosk", RunningEngine.KIOSK_TOKEN);
    Phone revoked = engine.phone("T04");
    engine.leader().delete("/api/v1/devices/" + revoked.device()).expect(204);
    tokens.put("revoked", revoked.token());
    engine.account("fuzz-leader", "leader");
    engine.account("fuzz-admin", "admin");
    String once =
        engine
            .leader()
            .post("/api/v1/accounts", Map.of("username", "fuzz-once", "role", "leader"))
            .expect(201)
            .json()
            .path("oneTimePassword")
            .asString();
    tokens.put("must-change", session("fuzz-once", once));
    renew("phone");
    renew("leader");
    renew("admin");
  }

  @Nullable String token(String role) {
    return tokens.get(role);
  }

  /** Whether an operation lets a role in. */
  static boolean mayEnter(String role, java.util.Set<String> letsIn) {
    return letsIn.isEmpty()
        || letsIn.contains(role)
        || (role.equals("admin") && letsIn.contains("leader"));
  }

  /** Makes sure that a role is still somebody. */
  synchronized void renew(String role) {
    switch (role) {
      case "phone" -> {
        String token = tokens.get(role);
        if (token == null || gone(token, "/api/v1/check-ins?limit=1")) {
          tokens.put(role, engine.phone("T01").token());
        }
      }
      case "leader", "admin" -> {
        String token = tokens.get(role);
        if (token == null || gone(token, "/api/v1/account")) {
          tokens.put(role, session("fuzz-" + role, RunningEngine.OWN));
        }
      }
      default -> {}
    }
  }

  private boolean gone(String token, String path) {
    return engine.anybody().as(token).get(path).status() == 401;
  }

  private String session(String username, String password) {
    return engine
        .anybody()
        .post("/api/v1/sessions", Map.of("username", username, "password", password))
        .expect(200)
        .json()
        .path("token")
        .asString();
  }
}
