package vn.gocua.engine.http.api;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Clock;
import java.util.concurrent.Executor;
import vn.gocua.engine.http.Callers;
import vn.gocua.engine.http.link.SharedLinks;
import vn.gocua.engine.rights.Authenticator;
import vn.gocua.engine.rights.Principal;
import vn.gocua.protocol.endpoint.Endpoint;

/** The API of one event loop, on which features mount their endpoints. */
public final class Api {
  private final Vertx vertx;
  private final Router router;
  private final Worker worker;
  private final Guard guard;
  private final Authenticator authenticator;
  private final Callers callers;
  private final SharedLinks links;
  private final Clock clock;

  /**
   * @param executor where work may block
   * @param links where features say what their links look like
   * @param clock the campaign's time
   */
  public Api(
      Vertx vertx,
      Router router,
      Executor executor,
      Authenticator authenticator,
      Callers callers,
      SharedLinks links,
      Clock clock) {
    this.vertx = vertx;
    this.router = router;
    this.worker = new Worker(executor);
    this.guard = new Guard(authenticator, worker);
    this.authenticator = authenticator;
    this.callers = callers;
    this.links = links;
    this.clock = clock;
  }

  /** Of this event loop. */
  public Vertx vertx() {
    return vertx;
  }

  /** Begins to mount an endpoint; complete once its work is given. */
  public <B, A> Route<B, A> on(Endpoint<B, A> endpoint) {
    return new Route<>(this, endpoint);
  }

  /** Links that people hand on. */
  public SharedLinks links() {
    return links;
  }

  /**
   * Mounts a public file of a page. Any suffix of its address gives the same file, so that a page
   * may add a version.
   */
  public void asset(String path, Content content) {
    links.file(path);
    router.getWithRegex(path.replace(".", "[.]") + ".*").handler(content::answer);
  }

  io.vertx.ext.web.Route mount(Endpoint<?, ?> endpoint) {
    return router.route(
        HttpMethod.valueOf(endpoint.method().name()),
        endpoint.path().replaceAll("\\{(\\w+)}", ":$1"));
  }

  <B> Call<B> call(
      RoutingContext ctx,
      Class<B> type,
      boolean large,
      @org.jspecify.annotations.Nullable Principal who) {
    return new Call<>(
        ctx,
        type,
        large,
        who,
        clock.instant(),
        () -> callers.address(ctx.request()).getHostAddress());
  }

  Worker worker() {
    return worker;
  }

  Guard guard() {
    return guard;
  }

  Authenticator authenticator() {
    return authenticator;
  }
}
