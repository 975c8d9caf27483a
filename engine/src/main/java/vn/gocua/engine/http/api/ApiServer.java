package vn.gocua.engine.http.api;

import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.PemKeyCertOptions;
import io.vertx.ext.web.Router;
import java.time.Clock;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import vn.gocua.engine.config.Settings;
import vn.gocua.engine.http.AllowedMethods;
import vn.gocua.engine.http.Callers;
import vn.gocua.engine.http.Gathering;
import vn.gocua.engine.http.Health;
import vn.gocua.engine.http.OpenApi;
import vn.gocua.engine.http.Problems;
import vn.gocua.engine.http.RequestFilter;
import vn.gocua.engine.http.SecurityTxt;
import vn.gocua.engine.http.StaticFiles;
import vn.gocua.engine.http.link.SharedLinks;
import vn.gocua.engine.rights.Authenticator;
import vn.gocua.protocol.endpoint.Endpoint;

/** The HTTP server of one event loop; several share the port. */
public final class ApiServer extends VerticleBase {
  private static final long LINGER_MS = 5_000;

  /**
   * Bounds the system's buffer for a viewer that does not read. By default it grows to some
   * megabytes a connection.
   */
  private static final int SEND_BUFFER = 128 * 1024;

  private final Shared shared;
  private final Settings settings;
  private final @Nullable PemKeyCertOptions tls;
  private final SharedLinks links = new SharedLinks();

  /**
   * Parts shared by the servers of all event loops.
   *
   * @param realTime expiry of the security contacts
   * @param blocking where handlers may block
   * @param gathering collects bodies of requests
   * @param features mounts the endpoints of all features
   */
  public record Shared(
      Settings settings,
      Clock realTime,
      Executor blocking,
      Authenticator authenticator,
      Health health,
      Gathering gathering,
      Consumer<Api> features) {}

  /**
   * @param tls certificate and key, if this server speaks HTTPS
   */
  public ApiServer(Shared shared, @Nullable PemKeyCertOptions tls) {
    this.shared = shared;
    this.settings = shared.settings();
    this.tls = tls;
  }

  @Override
  public Future<?> start() {
    HttpServerOptions options =
        new HttpServerOptions()
            .setHost(settings.host())
            .setPort(settings.port())
            .setAcceptBacklog(4096)
            .setSendBufferSize(SEND_BUFFER)
            .setHttp2ClearTextEnabled(false)
            .setCompressionSupported(true)
            .setIdleTimeout(90)
            .setIdleTimeoutUnit(TimeUnit.SECONDS);
    if (tls != null) {
      options.setSsl(true).setKeyCertOptions(tls).setUseAlpn(false);
    }
    return vertx
        .createHttpServer(options)
        .invalidRequestHandler(RequestFilter::turnAway)
        .requestHandler(new RequestFilter(router(), links))
        .listen();
  }

  /**
   * Discards the unread body of an answered request, which would block the next one. Ends the
   * connection if that takes long.
   */
  private void letGo(HttpServerRequest request) {
    if (!request.isEnded()) {
      request.handler(_ -> {}).resume();
      vertx.setTimer(
          LINGER_MS,
          _ -> {
            if (!request.isEnded()) {
              request.connection().close();
            }
          });
    }
  }

  /** Every route of the engine, in the order they are tried. */
  public Router router() {
    Router router = Router.router(vertx);
    router
        .route()
        .handler(ctx -> {
          ctx.addEndHandler(_ -> letGo(ctx.request()));
          ctx.next();
        });
    router.route().handler(StaticFiles::guard);
    Callers callers = new Callers(settings.trustedProxies());
    router.route().handler(callers::insistOnTls);
    router.route().failureHandler(Problems::answer);
    router.errorHandler(404, Problems::answer);
    router
        .route(Endpoint.ROOT + "*")
        .handler(ctx -> {
          if (Upload.isOne(ctx)) {
            ctx.next();
          } else {
            shared.gathering().gather(ctx, callers);
          }
        });

    shared.health().mount(router);
    OpenApi.mount(router);
    SecurityTxt.mount(router, settings.securityContacts(), settings.publicUrl(), shared.realTime());
    shared
        .features()
        .accept(
            new Api(
                vertx,
                router,
                shared.blocking(),
                shared.authenticator(),
                callers,
                links,
                settings.clock()));
    StaticFiles.mount(router);
    router.errorHandler(405, new AllowedMethods(router));
    return router;
  }
}
