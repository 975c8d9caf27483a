package vn.gocua.engine.help;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import vn.gocua.engine.access.Guard;
import vn.gocua.engine.campaign.Campaign;
import vn.gocua.engine.help.TicketDesk.Change;
import vn.gocua.engine.help.TicketDesk.Holder;
import vn.gocua.engine.http.json.ApiJson;
import vn.gocua.engine.http.json.Fields;
import vn.gocua.protocol.Refusal;

/** What the holder of a ticket does at the kiosk, over HTTP: the secret is in the body. */
public final class TicketRoutes {
  private static final String REQUEST = "/api/v1/help-requests/:code";
  private static final int MOST_STARS = 5;

  private final TicketDesk desk;
  private final HelpView view;
  private final Guard guard;
  private final Guard.Blocking blocking;
  private final Clock clock;

  /**
   * @param clock the campaign's time
   */
  public TicketRoutes(
      Campaign campaign, TicketDesk desk, Guard guard, Guard.Blocking blocking, Clock clock) {
    this.desk = desk;
    this.view = new HelpView(campaign);
    this.guard = guard;
    this.blocking = blocking;
    this.clock = clock;
  }

  public void mount(Router router) {
    router.post(REQUEST + "/unlock").handler(ctx -> guard.kiosk(ctx, this::unlock));
    router.post(REQUEST + "/change").handler(ctx -> guard.kiosk(ctx, this::change));
    router.post(REQUEST + "/withdraw").handler(ctx -> guard.kiosk(ctx, this::withdraw));
    router.post(REQUEST + "/rating").handler(ctx -> guard.kiosk(ctx, this::rate));
  }

  private record Unlocked(String secret) {}

  private void unlock(RoutingContext ctx) {
    String pin = new Fields(ApiJson.body(ctx), Set.of("pin")).text("pin", 20);
    String code = HelpRoutes.code(ctx);
    String screen = HelpRoutes.screen(ctx);
    blocking
        .run(() -> HelpRoutes.refusing(() -> desk.unlock(code, pin, screen)))
        .onSuccess(secret -> ApiJson.answer(ctx, 200, new Unlocked(secret)))
        .onFailure(ctx::fail);
  }

  private void change(RoutingContext ctx) {
    Fields fields = new Fields(ApiJson.body(ctx), Set.of("secret", "when", "contact"));
    Holder holder = holder(ctx, fields);
    Fields contact = fields.optionalObject("contact", Set.of("name", "phone", "address"));
    Change change =
        new Change(
            HelpRoutes.when(fields, null),
            contact == null ? null : said(contact, "name", 100),
            contact == null ? null : phone(contact),
            contact == null ? null : said(contact, "address", 200));
    Instant at = clock.instant();
    answer(ctx, () -> desk.change(holder, change, at));
  }

  private static @Nullable String said(Fields contact, String name, int maxLength) {
    return contact.optionalText(name, maxLength) == null ? null : contact.text(name, maxLength);
  }

  private static @Nullable String phone(Fields contact) {
    String written = said(contact, "phone", 20);
    return written == null
        ? null
        : Contact.phone(written).orElseThrow(() -> Refusal.invalid("invalid-phone"));
  }

  private void withdraw(RoutingContext ctx) {
    Holder holder = holder(ctx, new Fields(ApiJson.body(ctx), Set.of("secret")));
    Instant at = clock.instant();
    answer(ctx, () -> desk.withdraw(holder, at));
  }

  private void rate(RoutingContext ctx) {
    Fields fields = new Fields(ApiJson.body(ctx), Set.of("secret", "stars"));
    Holder holder = holder(ctx, fields);
    int stars = fields.integer("stars", 1, MOST_STARS);
    Instant at = clock.instant();
    answer(ctx, () -> desk.rate(holder, stars, at));
  }

  private static Holder holder(RoutingContext ctx, Fields fields) {
    return new Holder(HelpRoutes.code(ctx), fields.text("secret", 100));
  }

  private void answer(RoutingContext ctx, Supplier<HelpRequest> work) {
    blocking
        .run(() -> HelpRoutes.refusing(work))
        .onSuccess(request -> ApiJson.answer(ctx, 200, view.ticket(request)))
        .onFailure(ctx::fail);
  }
}
