package vn.gocua.engine.http;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import vn.gocua.engine.http.json.ApiJson;

/** Whether the engine is alive and ready, part by part. */
public final class Health {
  private final Map<String, BooleanSupplier> parts = new LinkedHashMap<>();
  private final Map<String, Supplier<String>> words = new HashMap<>();
  private final IntSupplier nodes;

  /**
   * @param nodes how many engines there are, this one included
   */
  public Health(IntSupplier nodes) {
    this.nodes = nodes;
  }

  /** Adds a part that has to be well for the engine to be ready. */
  public Health part(String name, BooleanSupplier well) {
    parts.put(name, well);
    return this;
  }

  /**
   * Adds a part that must be well for the engine to be ready.
   *
   * @param word the shown state of the part
   */
  public Health part(String name, BooleanSupplier well, Supplier<String> word) {
    words.put(name, word);
    return part(name, well);
  }

  public void mount(Router router) {
    router.get("/health/live").handler(ctx -> ApiJson.answer(ctx, 200, Map.of("status", "live")));
    router.get("/health/ready").handler(this::ready);
  }

  private record Report(String status, Map<String, String> parts, int nodes) {}

  private void ready(RoutingContext ctx) {
    Map<String, String> states = new LinkedHashMap<>();
    boolean all = true;
    for (var part : parts.entrySet()) {
      boolean well = part.getValue().getAsBoolean();
      Supplier<String> word = words.getOrDefault(part.getKey(), () -> "ok");
      states.put(part.getKey(), well ? word.get() : "failing");
      all &= well;
    }
    ApiJson.answer(
        ctx, all ? 200 : 503, new Report(all ? "ready" : "not-ready", states, nodes.getAsInt()));
  }
}
