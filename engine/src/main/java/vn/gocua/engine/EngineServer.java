package vn.gocua.engine;

import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.PemKeyCertOptions;
import io.vertx.ext.web.Router;
import java.time.Clock;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import vn.gocua.engine.access.Access;
import vn.gocua.engine.access.AccessRoutes;
import vn.gocua.engine.access.AccountRoutes;
import vn.gocua.engine.campaign.CampaignRoutes;
import vn.gocua.engine.checkin.CheckInRoutes;
import vn.gocua.engine.checkin.backup.BackupRoutes;
import vn.gocua.engine.config.Settings;
import vn.gocua.engine.http.AllowedMethods;
import vn.gocua.engine.http.Callers;
import vn.gocua.engine.http.OpenApi;
import vn.gocua.engine.http.Problems;
import vn.gocua.engine.http.RequestFilter;
import vn.gocua.engine.http.SecurityTxt;
import vn.gocua.engine.http.StaticFiles;
import vn.gocua.engine.http.api.Api;
import vn.gocua.engine.http.api.Upload;
import vn.gocua.engine.monitoring.MetricsRoutes;
import vn.gocua.engine.monitoring.NodesRoutes;

/** One event loop's HTTP server; several share the port. */
final class EngineServer extends VerticleBase {
  private static final long LINGER_MS = 5_000;

  /**
   * What the system may hold for a viewer that does not read, beside the viewer's own queue. Left
   * to itself it takes some megabytes a connection.
   */
  private static final int SEND_BUFFER = 128 * 1024;

  private final Desks desks;
  private final Settings settings;
  private final @Nullable PemKeyCertOptions tls;

  /**
   * @param tls certificate and key, if this server speaks HTTPS
   */
  EngineServer(Desks desks, Settings settings, @Nullable PemKeyCertOptions tls) {
    this.tls = tls;
    this.desks = desks;
    this.settings = settings;
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
        .requestHandler(new RequestFilter(router()))
        .listen();
  }

  /**
   * What nobody has read of a request that is answered would stand before the next one for as long
   * as the connection lasts: it is thrown away, and the connection ended if it takes long.
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
  Router router() {
    Access access = desks.access();
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
        .route("/api/*")
        .handler(ctx -> {
          if (Upload.isOne(ctx)) {
            ctx.next();
          } else {
            desks.gathering().gather(ctx, callers);
          }
        });

    desks.health().mount(router);
    OpenApi.mount(router);
    SecurityTxt.mount(router, settings.securityContacts(), settings.publicUrl(), Clock.systemUTC());
    Api api =
        new Api(vertx, router, desks.executor(), access.authenticator(), callers, desks.clock());
    new CampaignRoutes(
            desks.campaign(),
            settings.rehearsal(),
            settings.retentionDays(),
            () -> desks.board().targets().whole())
        .mount(api);
    new CheckInRoutes(
            desks.campaign(),
            desks.checkIns(),
            desks.voids(),
            desks.history(),
            desks.quota(),
            desks.metrics(),
            desks.engineClock(),
            desks.executor())
        .mount(api);
    new BackupRoutes(desks.campaign(), desks.checkIns(), desks.voids(), desks.metrics()).mount(api);
    desks.features().forEach(feature -> feature.routes(api));
    new AccessRoutes(access, desks.activities(), desks.campaign(), settings.publicUrl()).mount(api);
    new AccountRoutes(access).mount(api);
    new NodesRoutes(desks.nodes()).mount(api);
    new MetricsRoutes(desks.metrics(), settings.scrapeToken()).mount(api);
    StaticFiles.mount(router);
    router.errorHandler(405, new AllowedMethods(router));
    return router;
  }
}
