package vn.gocua.engine.training;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import vn.gocua.base.text.NormalText;
import vn.gocua.engine.access.Guard;
import vn.gocua.engine.access.Principal;
import vn.gocua.engine.http.json.ApiJson;
import vn.gocua.engine.http.json.Fields;
import vn.gocua.engine.http.json.Problem;
import vn.gocua.engine.training.TrainingReported.Unit;

/** The training of staff over HTTP: leaders read it, admins report it. */
public final class TrainingRoutes {
  private static final String TRAINING = "/api/v1/training";
  private static final int MOST_UNITS = 200;
  private static final int MOST_PEOPLE = 100_000;
  private static final int NOTHING = -1;

  private final TrainingDesk desk;
  private final Guard guard;
  private final Guard.Blocking blocking;
  private final Clock clock;

  /**
   * @param clock the campaign's time
   */
  public TrainingRoutes(TrainingDesk desk, Guard guard, Guard.Blocking blocking, Clock clock) {
    this.desk = desk;
    this.guard = guard;
    this.blocking = blocking;
    this.clock = clock;
  }

  public void mount(Router router) {
    router.get(TRAINING).handler(ctx -> guard.leader(ctx, (c, _) -> read(c)));
    router.put(TRAINING).handler(ctx -> guard.admin(ctx, this::report));
  }

  private record View(List<Unit> units, int trained, int total) {
    static View of(List<Unit> units) {
      return new View(
          units,
          units.stream().mapToInt(Unit::trained).sum(),
          units.stream().mapToInt(Unit::total).sum());
    }
  }

  private void read(RoutingContext ctx) {
    blocking
        .run(desk::units)
        .onSuccess(units -> ApiJson.answer(ctx, 200, View.of(units)))
        .onFailure(ctx::fail);
  }

  private void report(RoutingContext ctx, Principal.Leader admin) {
    ApiJson.largeBody(ctx, blocking::run, body -> report(ctx, body, admin));
  }

  private void report(RoutingContext ctx, ObjectNode body, Principal.Leader admin) {
    var _ = new Fields(body, Set.of("units"));
    List<Unit> units = units(body.get("units"));
    blocking
        .run(() -> desk.report(units, admin.username(), clock.instant()))
        .onSuccess(now -> ApiJson.answer(ctx, 200, View.of(now)))
        .onFailure(ctx::fail);
  }

  private static List<Unit> units(@Nullable JsonNode node) {
    if (node == null || !node.isArray() || node.size() > MOST_UNITS) {
      throw Problem.of(400, node == null ? "missing-field" : "wrong-type", "units");
    }
    List<Unit> units = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (JsonNode item : node) {
      if (!(item instanceof ObjectNode object)) {
        throw Problem.of(400, "wrong-type", "units");
      }
      Fields fields = new Fields(object, Set.of("name", "trained", "total"));
      String name = NormalText.composed(fields.text("name", 120)).strip();
      int total = fields.integer("total", 1, MOST_PEOPLE, NOTHING);
      if (total == NOTHING) {
        throw Problem.of(400, "missing-field", "total");
      }
      units.add(new Unit(name, fields.integer("trained", 0, total, 0), total));
      if (!names.add(name)) {
        throw Problem.of(400, "named-twice", name);
      }
    }
    return units;
  }
}
