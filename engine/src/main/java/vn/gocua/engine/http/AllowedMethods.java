package vn.gocua.engine.http;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Answers a wrong method with the methods that the address allows. */
public final class AllowedMethods implements Handler<RoutingContext> {
  private record Place(Pattern path, Set<String> methods) {}

  private final List<Place> places = new ArrayList<>();

  /** Learns them from a router that has all its routes. */
  public AllowedMethods(Router router) {
    for (Route route : router.getRoutes()) {
      Set<HttpMethod> methods = route.methods();
      String path = route.getPath();
      if (methods != null && !methods.isEmpty() && path != null) {
        places.add(
            new Place(
                route.isRegexPath() && !path.contains(":") ? Pattern.compile(path) : pattern(path),
                methods.stream().map(HttpMethod::name).collect(Collectors.toSet())));
      }
    }
  }

  private static Pattern pattern(String path) {
    return Pattern.compile(
        Stream.of(path.split("/", -1))
            .map(step ->
                step.startsWith(":") ? "[^/]+" : step.equals("*") ? ".*" : Pattern.quote(step))
            .collect(Collectors.joining("/", "", "/?")));
  }

  @Override
  public void handle(RoutingContext ctx) {
    TreeSet<String> known = new TreeSet<>();
    for (Place place : places) {
      if (place.path().matcher(ctx.normalizedPath()).matches()) {
        known.addAll(place.methods());
      }
    }
    if (!known.isEmpty()) {
      ctx.response().putHeader("allow", String.join(", ", known));
    }
    Problems.answer(ctx);
  }
}
