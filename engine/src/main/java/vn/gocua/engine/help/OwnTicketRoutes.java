package vn.gocua.engine.help;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import vn.gocua.base.text.Language;
import vn.gocua.base.text.Texts;
import vn.gocua.engine.access.Guard;
import vn.gocua.engine.campaign.Campaign;
import vn.gocua.engine.help.TicketDesk.Holder;
import vn.gocua.engine.http.json.ApiJson;
import vn.gocua.engine.http.json.Fields;

/**
 * A ticket on its holder's own phone: the page that its QR code opens, and what the page asks. Who
 * has the secret needs no token; it stands in bodies only, and in the address behind the «#».
 */
public final class OwnTicketRoutes {
  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src data:;"
          + " base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

  private static final long BEAT_MS = 25;

  private final TicketDesk desk;
  private final HelpView view;
  private final Guard.Blocking blocking;
  private final Clock clock;

  /**
   * @param clock the campaign's time
   */
  public OwnTicketRoutes(Campaign campaign, TicketDesk desk, Guard.Blocking blocking, Clock clock) {
    this.desk = desk;
    this.view = new HelpView(campaign);
    this.blocking = blocking;
    this.clock = clock;
  }

  public void mount(Router router) {
    router.post("/api/v1/tickets").handler(this::read);
    router.post("/api/v1/tickets/withdraw").handler(this::withdraw);
    Buffer page = resource("index.html");
    Buffer script = resource("ticket.js");
    Buffer stylesheet = resource("ticket.css");
    router.get("/t").handler(ctx -> answer(ctx, "text/html", page));
    router.getWithRegex("/t/ticket[.]js.*").handler(ctx -> answer(ctx, "text/javascript", script));
    router.getWithRegex("/t/ticket[.]css.*").handler(ctx -> answer(ctx, "text/css", stylesheet));
    for (Language language : Language.all()) {
      Buffer words = ApiJson.buffer(Texts.of("ticket", language).own());
      String path = "/t/i18n/" + language.tag() + "[.]json.*";
      router.getWithRegex(path).handler(ctx -> answer(ctx, "application/json", words));
    }
  }

  private void read(RoutingContext ctx) {
    Holder holder = holder(ctx);
    answer(ctx, () -> desk.read(holder));
  }

  private void withdraw(RoutingContext ctx) {
    Holder holder = holder(ctx);
    Instant at = clock.instant();
    answer(ctx, () -> desk.withdrawOwn(holder, at));
  }

  private static Holder holder(RoutingContext ctx) {
    Fields fields = new Fields(ApiJson.body(ctx), Set.of("code", "secret"));
    return new Holder(fields.text("code", 20).toUpperCase(Locale.ROOT), fields.text("secret", 100));
  }

  private void answer(RoutingContext ctx, Supplier<HelpRequest> work) {
    long began = System.nanoTime();
    blocking
        .run(() -> HelpRoutes.refusing(work))
        .onSuccess(request -> ApiJson.answer(ctx, 200, view.ticket(request)))
        .onFailure(failure -> onTheBeat(ctx, began, () -> ctx.fail(failure)));
  }

  /** A refusal goes out at a full beat after its question: it tells nothing by coming sooner. */
  private static void onTheBeat(RoutingContext ctx, long began, Runnable refuse) {
    long passed = Duration.ofNanos(System.nanoTime() - began).toMillis();
    ctx.vertx().setTimer(BEAT_MS - passed % BEAT_MS, _ -> refuse.run());
  }

  private static void answer(RoutingContext ctx, String type, Buffer body) {
    HttpServerResponse response = ctx.response();
    response
        .putHeader("content-type", type + "; charset=utf-8")
        .putHeader("content-security-policy", POLICY)
        .putHeader("cache-control", "public, max-age=300")
        .end(body)
        .onFailure(_ -> response.reset());
  }

  private static Buffer resource(String name) {
    try (InputStream in = OwnTicketRoutes.class.getResourceAsStream("/ticket/" + name)) {
      return Buffer.buffer(Objects.requireNonNull(in, name).readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
