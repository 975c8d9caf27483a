package vn.gocua.engine.help;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import vn.gocua.engine.access.Attempts;
import vn.gocua.engine.access.Guard;
import vn.gocua.engine.access.Principal;
import vn.gocua.engine.campaign.Campaign;
import vn.gocua.engine.help.HelpDesk.Asker;
import vn.gocua.engine.help.HelpFact.Consent;
import vn.gocua.engine.http.ApiJson;
import vn.gocua.engine.http.Fields;
import vn.gocua.engine.http.Problem;

/**
 * Help requests over HTTP: the kiosk makes and looks them up, phones and leaders deal with them.
 */
public final class HelpRoutes {
  private static final String REQUESTS = "/api/v1/help-requests";
  private static final Pattern UUID =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
  private static final int MOST_GROUPS = 10;

  private final Campaign campaign;
  private final HelpDesk desk;
  private final HelpIndex index;
  private final HelpStream stream;
  private final Attempts lookUps;
  private final HelpView view;
  private final Guard guard;
  private final Guard.Blocking blocking;
  private final Clock clock;

  /**
   * @param lookUps how often the kiosk may look a code up
   * @param clock the campaign's time
   */
  public HelpRoutes(
      Campaign campaign,
      HelpDesk desk,
      HelpIndex index,
      HelpStream stream,
      Attempts lookUps,
      Guard guard,
      Guard.Blocking blocking,
      Clock clock) {
    this.campaign = campaign;
    this.desk = desk;
    this.index = index;
    this.stream = stream;
    this.lookUps = lookUps;
    this.view = new HelpView(campaign);
    this.guard = guard;
    this.blocking = blocking;
    this.clock = clock;
  }

  public void mount(Router router) {
    router.post(REQUESTS).handler(ctx -> guard.kiosk(ctx, this::ask));
    router.get(REQUESTS).handler(ctx -> guard.anyone(ctx, this::list));
    router.get(REQUESTS + "/stream").handler(ctx -> guard.anyone(ctx, this::follow));
    router.get(REQUESTS + "/:code").handler(ctx -> guard.anyone(ctx, this::one));
    router.get(REQUESTS + "/:code/contact").handler(ctx -> guard.anyone(ctx, this::contact));
    router.post(REQUESTS + "/:code/claim").handler(ctx -> guard.phone(ctx, this::claim));
    router.post(REQUESTS + "/:code/release").handler(ctx -> guard.phone(ctx, this::release));
    router.post(REQUESTS + "/:code/close").handler(ctx -> guard.phone(ctx, this::close));
  }

  private void ask(RoutingContext ctx) {
    Fields fields =
        new Fields(
            ApiJson.body(ctx), Set.of("id", "hamlet", "activity", "contact", "groups", "consent"));
    Fields consent = fields.optionalObject("consent", Set.of("textVersion", "at"));
    if (consent == null) {
      throw Problem.of(400, "consent-required");
    }
    HelpDesk.Wish wish =
        new HelpDesk.Wish(
            id(fields),
            known(fields.text("hamlet", 60), campaign.hamletCodes(), "unknown-hamlet"),
            known(fields.text("activity", 60), campaign.activityCodes(), "unknown-activity"),
            contact(fields),
            new Consent(consent.text("textVersion", 60), time(consent.text("at", 60))));
    blocking
        .run(() -> refusing(() -> desk.ask(wish, clock.instant())))
        .onSuccess(ticket -> ApiJson.answer(ctx, 201, ticket))
        .onFailure(ctx::fail);
  }

  private static String id(Fields fields) {
    String id = fields.text("id", 60);
    if (!UUID.matcher(id).matches()) {
      throw Problem.of(400, "wrong-type", "id");
    }
    return id.toLowerCase(Locale.ROOT);
  }

  private static String known(String code, Set<String> codes, String problem) {
    if (!codes.contains(code)) {
      throw Problem.of(400, problem, code);
    }
    return code;
  }

  private static Instant time(String text) {
    try {
      return OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException _) {
      throw Problem.of(400, "invalid-time", "consent.at");
    }
  }

  private Contact contact(Fields fields) {
    Fields contact = fields.optionalObject("contact", Set.of("name", "phone", "address"));
    if (contact == null) {
      throw Problem.of(400, "missing-field", "contact");
    }
    String phone =
        Contact.phone(contact.text("phone", 20))
            .orElseThrow(() -> Problem.of(400, "invalid-phone"));
    List<String> groups = fields.texts("groups", MOST_GROUPS, 60);
    groups.forEach(group -> known(group, campaign.groupCodes(), "unknown-group"));
    return new Contact(contact.text("name", 100), phone, contact.text("address", 200), groups);
  }

  private void list(RoutingContext ctx, Principal who) {
    String status = ctx.request().getParam("status", "open");
    if (!status.equals("open")) {
      throw Problem.of(400, "unknown-status", status);
    }
    ApiJson.answer(ctx, 200, view.rows(index, team(who), clock.instant()));
  }

  private void follow(RoutingContext ctx, Principal who) {
    stream.serve(ctx, who.id(), team(who));
  }

  /** The team whose phone asks; null for a leader. */
  private static @Nullable String team(Principal who) {
    return switch (who) {
      case Principal.Phone phone -> phone.team();
      case Principal.Leader _ -> null;
      case Principal.Kiosk _ -> throw Problem.of(403, "phones-only");
    };
  }

  private void one(RoutingContext ctx, Principal who) {
    String code = code(ctx);
    if (who instanceof Principal.Kiosk) {
      Duration wait = lookUps.take(who.id());
      if (!wait.isZero()) {
        throw Problem.passing(429, "too-many-tries", wait);
      }
    }
    answer(
        ctx,
        () -> {
          HelpRequest request = desk.find(code);
          if (request == null) {
            throw new HelpRefused(HelpRefused.Why.UNKNOWN_HELP_REQUEST, null);
          }
          return switch (who) {
            case Principal.Kiosk _ -> view.ticket(request);
            case Principal.Leader _ -> view.row(request, null);
            case Principal.Phone phone when view.concerns(request, phone.team()) ->
                view.row(request, phone.team());
            case Principal.Phone _ -> throw new HelpRefused(HelpRefused.Why.NOT_YOUR_HAMLET, null);
          };
        });
  }

  private record ContactView(
      String code, String name, String phone, String address, List<String> groups) {}

  private void contact(RoutingContext ctx, Principal who) {
    String code = code(ctx);
    Instant at = clock.instant();
    answer(
        ctx,
        () -> {
          Contact contact =
              switch (who) {
                case Principal.Phone phone -> desk.contactFor(code, asker(phone), at);
                case Principal.Leader leader -> desk.contactForLeader(code, leader.username(), at);
                case Principal.Kiosk _ -> throw Problem.of(403, "phones-only");
              };
          return new ContactView(
              code, contact.name(), contact.phone(), contact.address(), contact.groups());
        });
  }

  private void claim(RoutingContext ctx, Principal.Phone phone) {
    noFields(ctx);
    act(ctx, phone, code -> desk.claim(code, asker(phone), clock.instant()));
  }

  private void release(RoutingContext ctx, Principal.Phone phone) {
    noFields(ctx);
    act(ctx, phone, code -> desk.release(code, asker(phone), clock.instant()));
  }

  private void close(RoutingContext ctx, Principal.Phone phone) {
    Fields fields = fields(ctx, Set.of("checkIn"));
    String named = fields.optionalText("checkIn", 60);
    String checkIn = named == null ? null : named.toLowerCase(Locale.ROOT);
    act(ctx, phone, code -> desk.close(code, asker(phone), checkIn, clock.instant()));
  }

  private static void noFields(RoutingContext ctx) {
    fields(ctx, Set.of());
  }

  private static Fields fields(RoutingContext ctx, Set<String> known) {
    boolean empty = ctx.body().buffer() == null || ctx.body().length() == 0;
    return new Fields(empty ? JsonMapper.shared().createObjectNode() : ApiJson.body(ctx), known);
  }

  @FunctionalInterface
  private interface Act {
    HelpRequest on(String code);
  }

  private void act(RoutingContext ctx, Principal.Phone phone, Act act) {
    String code = code(ctx);
    answer(ctx, () -> view.row(act.on(code), phone.team()));
  }

  private static Asker asker(Principal.Phone phone) {
    return new Asker(phone.team(), phone.id());
  }

  private static String code(RoutingContext ctx) {
    return ctx.pathParam("code").toUpperCase(Locale.ROOT);
  }

  private void answer(RoutingContext ctx, Supplier<Object> work) {
    blocking
        .run(() -> refusing(work))
        .onSuccess(value -> ApiJson.answer(ctx, 200, value))
        .onFailure(ctx::fail);
  }

  private static <T> T refusing(Supplier<T> work) {
    try {
      return work.get();
    } catch (HelpRefused refused) {
      String team = refused.team();
      String code = refused.why().code();
      int status =
          switch (refused.why()) {
            case UNKNOWN_HELP_REQUEST -> 404;
            case NOT_YOUR_HAMLET -> 403;
            case CONTACT_ERASED -> 410;
            case ALREADY_CLAIMED,
                ALREADY_CLOSED,
                CLAIM_FIRST,
                UNKNOWN_CHECK_IN,
                HELP_REQUEST_DIFFERS,
                NO_TEAM_FOR_HAMLET ->
                409;
          };
      throw team == null ? Problem.of(status, code) : Problem.lostTo(status, code, team);
    }
  }
}
