package vn.gocua.engine.fuzz;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import tools.jackson.databind.JsonNode;

/** Values that mean something to the engine, by the name of the field they stand in. */
final class Pool {
  private static final int MOST = 40;

  private final Map<String, List<String>> values = new LinkedHashMap<>();

  Pool() {
    of("team", "T01", "T02", "T03", "T99");
    of("activity", "public-services", "digital-id", "on-duty", "class", "dancing");
    of("groups", "elderly", "disability", "poor-household");
    of("hamlet", "co-giao", "unknown");
    of("username", "x1", "x2", "nobody");
    of("password", "một câu dễ nhớ", "sai rồi nhé", "x");
    of("role", "leader", "admin");
    of("reason", "mistake", "double", "test", "other");
    of("status", "open", "all", "claimed");
    of("where", "wall", "phones", "roof");
    of("day", "1", "12", "2025-08-22", "today", "99");
    of("limit", "1", "50", "500", "501", "-1");
    of("date", "2025-08-22", "2025-08-11", "2026-01-01");
    of("slug", "tra-cuu", "nothing");
    of("phone", "0912345678", "+84912345678", "12");
    of("textVersion", "kiosk-2025-08", "kiosk-class-2026-11", "2025-08");
    of("code", "HV-4821");
    of("name", "Nguyễn Văn A (mẫu)", "t.png");
  }

  private void of(String name, String... some) {
    values.put(name, new ArrayList<>(List.of(some)));
  }

  /** Remembers the short texts of an answer: ids, codes, secrets. */
  void learn(JsonNode json) {
    json.properties()
        .forEach(field -> {
          JsonNode value = field.getValue();
          if (value.isString() && value.stringValue().length() <= 200 && !secret(field.getKey())) {
            List<String> known = values.computeIfAbsent(field.getKey(), _ -> new ArrayList<>());
            if (known.size() < MOST && !known.contains(value.stringValue())) {
              known.add(value.stringValue());
            }
          }
          learn(value);
        });
    if (json.isArray()) {
      json.forEach(this::learn);
    }
  }

  /** What would end the roles' own sessions, or lock them out, is left to them. */
  private static boolean secret(String name) {
    return name.equals("token") || name.equals("username") || name.equals("oneTimePassword");
  }

  /** A value for a field; for an unknown one, any id there is. */
  String pick(String name, RandomGenerator random) {
    List<String> known = values.get(name);
    if (name.equals("username") && known != null) {
      return known.get(random.nextInt(known.size()));
    }
    if (known == null || random.nextInt(12) == 0) {
      List<List<String>> all = new ArrayList<>(values.values());
      known = all.get(random.nextInt(all.size()));
    }
    return known.get(random.nextInt(known.size()));
  }

  boolean knows(String name) {
    return values.containsKey(name);
  }
}
