package vn.gocua.engine.help;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import vn.gocua.engine.access.Guard;
import vn.gocua.engine.campaign.Campaign;
import vn.gocua.engine.help.HelpDesk.Asker;
import vn.gocua.engine.help.HelpFact.Consent;
import vn.gocua.engine.http.json.ApiJson;
import vn.gocua.engine.http.json.Fields;
import vn.gocua.engine.http.sse.SseHub;
import vn.gocua.engine.rights.Principal;
import vn.gocua.engine.rights.RateLimiter;
import vn.gocua.protocol.Reason;
import vn.gocua.protocol.Refusal;

/**
 * Help requests over HTTP: the kiosk makes and looks them up, phones and leaders deal with them.
 */
public final class HelpRoutes {
  private static final String REQUESTS = "/api/v1/help-requests";
  private static final Pattern UUID =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
  private static final Pattern SCREEN = Pattern.compile("[0-9A-Za-z-]{1,60}");
  private static final int MOST_GROUPS = 10;

  private final Campaign campaign;
  private final HelpDesk desk;
  private final HelpRequests requests;
  private final SseHub<Optional<String>> hub;
  private final RateLimiter lookUps;
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
      HelpRequests requests,
      SseHub<Optional<String>> hub,
      RateLimiter lookUps,
      Guard guard,
      Guard.Blocking blocking,
      Clock clock) {
    this.campaign = campaign;
    this.desk = desk;
    this.requests = requests;
    this.hub = hub;
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
    router.get(REQUESTS + "/:code/contact").handler(ctx -> guard.acting(ctx, this::contact));
    router.post(REQUESTS + "/:code/claim").handler(ctx -> guard.actingPhone(ctx, this::claim));
    router.post(REQUESTS + "/:code/release").handler(ctx -> guard.actingPhone(ctx, this::release));
    router.post(REQUESTS + "/:code/close").handler(ctx -> guard.actingPhone(ctx, this::close));
  }

  private void ask(RoutingContext ctx) {
    Fields fields =
        new Fields(
            ApiJson.body(ctx),
            Set.of("id", "hamlet", "activity", "contact", "groups", "consent", "when", "guardian"));
    Fields consent =
        fields.optionalObject("consent", Set.of("textVersion", "groupsTextVersion", "at"));
    if (consent == null) {
      throw Refusal.invalid("consent-required");
    }
    List<String> groups = groups(fields);
    String groupsText = consent.optionalText("groupsTextVersion", 60);
    // Health and poverty are nobody's business without a consent of their own.
    boolean named = !groups.isEmpty() && groupsText != null && !groupsText.isBlank();
    HelpDesk.Wish wish =
        new HelpDesk.Wish(
            id(fields),
            known(fields.text("hamlet", 60), campaign.hamletCodes(), "unknown-hamlet"),
            known(fields.text("activity", 60), campaign.activityCodes(), "unknown-activity"),
            contact(fields, named ? groups : List.of()),
            new Consent(
                consent.text("textVersion", 60),
                named ? groupsText : null,
                time(consent.text("at", 60))),
            Objects.requireNonNull(when(fields, DayPart.ANY)),
            fields.flag("guardian", false));
    String screen = screen(ctx);
    blocking
        .run(() -> refusing(() -> desk.ask(wish, screen, clock.instant())))
        .onSuccess(ticket ->
            ApiJson.answer(
                ctx,
                201,
                new TicketView(
                    ticket.code(),
                    ticket.team(),
                    ticket.secret(),
                    ticket.pin(),
                    groups.isEmpty() ? null : named)))
        .onFailure(ctx::fail);
  }

  /**
   * What the resident takes home.
   *
   * @param groupsKept whether the groups named were kept; absent if none was named
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  private record TicketView(
      String code, String team, String secret, String pin, @Nullable Boolean groupsKept) {}

  /** Which of the kiosk's screens asks; they share one name if the kiosk does not say. */
  static String screen(RoutingContext ctx) {
    String screen = ctx.request().getHeader("X-Gocua-Screen");
    return screen != null && SCREEN.matcher(screen).matches() ? screen : "";
  }

  /** The part of the day in a field of that name. */
  static @Nullable DayPart when(Fields fields, @Nullable DayPart otherwise) {
    String code = fields.optionalText("when", 20);
    return code == null
        ? otherwise
        : DayPart.of(code).orElseThrow(() -> Refusal.invalid("unknown-day-part", code));
  }

  private static String id(Fields fields) {
    String id = fields.text("id", 60);
    if (!UUID.matcher(id).matches()) {
      throw Refusal.invalid("wrong-type", "id");
    }
    return id.toLowerCase(Locale.ROOT);
  }

  private static String known(String code, Set<String> codes, String problem) {
    if (!codes.contains(code)) {
      throw Refusal.invalid(problem, code);
    }
    return code;
  }

  private static Instant time(String text) {
    try {
      return OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException _) {
      throw Refusal.invalid("invalid-time", "consent.at");
    }
  }

  private Contact contact(Fields fields, List<String> groups) {
    Fields contact = fields.optionalObject("contact", Set.of("name", "phone", "address"));
    if (contact == null) {
      throw Refusal.invalid("missing-field", "contact");
    }
    return new Contact(
        contact.text("name", 100),
        phone(contact.text("phone", 20)),
        contact.text("address", 200),
        groups);
  }

  static String phone(String written) {
    return Contact.phone(written).orElseThrow(() -> Refusal.invalid("invalid-phone"));
  }

  private List<String> groups(Fields fields) {
    List<String> groups = fields.texts("groups", MOST_GROUPS, 60);
    groups.forEach(group -> known(group, campaign.groupCodes(), "unknown-group"));
    return groups;
  }

  private void list(RoutingContext ctx, Principal who) {
    String status = ctx.request().getParam("status", "open");
    if (!status.equals("open")) {
      throw Refusal.invalid("unknown-status", status);
    }
    ApiJson.answer(ctx, 200, view.rows(requests, team(who), clock.instant()));
  }

  private void follow(RoutingContext ctx, Principal who) {
    hub.serve(ctx, who.id(), Optional.ofNullable(team(who)));
  }

  /** The team whose phone asks; null for a leader. */
  private static @Nullable String team(Principal who) {
    return switch (who) {
      case Principal.Phone phone -> phone.team();
      case Principal.Leader _ -> null;
      case Principal.Kiosk _ -> throw Refusal.forbidden("phones-only");
    };
  }

  private void one(RoutingContext ctx, Principal who) {
    String code = code(ctx);
    if (who instanceof Principal.Kiosk) {
      Duration wait = lookUps.take(screen(ctx));
      if (!wait.isZero()) {
        throw Refusal.tooMany("too-many-tries", wait);
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
                case Principal.Phone phone -> desk.contactFor(code, asker(ctx, phone), at);
                case Principal.Leader leader -> desk.contactForLeader(code, leader.username(), at);
                case Principal.Kiosk _ -> throw Refusal.forbidden("phones-only");
              };
          return new ContactView(
              code, contact.name(), contact.phone(), contact.address(), contact.groups());
        });
  }

  private void claim(RoutingContext ctx, Principal.Phone phone) {
    noFields(ctx);
    act(ctx, phone, code -> desk.claim(code, asker(ctx, phone), clock.instant()));
  }

  private void release(RoutingContext ctx, Principal.Phone phone) {
    noFields(ctx);
    act(ctx, phone, code -> desk.release(code, asker(ctx, phone), clock.instant()));
  }

  private void close(RoutingContext ctx, Principal.Phone phone) {
    Fields fields = fields(ctx, Set.of("checkIn"));
    String named = fields.optionalText("checkIn", 60);
    String checkIn = named == null ? null : named.toLowerCase(Locale.ROOT);
    act(ctx, phone, code -> desk.close(code, asker(ctx, phone), checkIn, clock.instant()));
  }

  private static void noFields(RoutingContext ctx) {
    fields(ctx, Set.of());
  }

  /** The fields of a body that may be empty. */
  static Fields fields(RoutingContext ctx, Set<String> known) {
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

  private static Asker asker(RoutingContext ctx, Principal.Phone phone) {
    return new Asker(phone.team(), phone.id(), Guard.recording(ctx));
  }

  static String code(RoutingContext ctx) {
    return ctx.pathParam("code").toUpperCase(Locale.ROOT);
  }

  private void answer(RoutingContext ctx, Supplier<Object> work) {
    blocking
        .run(() -> refusing(work))
        .onSuccess(value -> ApiJson.answer(ctx, 200, value))
        .onFailure(ctx::fail);
  }

  /** Does what may be refused; a refusal becomes a problem. */
  static <T> T refusing(Supplier<T> work) {
    try {
      return work.get();
    } catch (TooManyRequests many) {
      throw Refusal.tooMany(many.code(), many.retryAfter());
    } catch (HelpRefused refused) {
      String team = refused.team();
      String code = refused.why().code();
      Reason.Kind kind =
          switch (refused.why()) {
            case UNKNOWN_HELP_REQUEST -> Reason.Kind.UNKNOWN;
            case NOT_YOUR_HAMLET, WRONG_SECRET, WRONG_PIN -> Reason.Kind.FORBIDDEN;
            case CONTACT_ERASED, CONTACT_LOST -> Reason.Kind.GONE;
            case ALREADY_CLAIMED,
                ALREADY_CLOSED,
                CLAIM_FIRST,
                UNKNOWN_CHECK_IN,
                HELP_REQUEST_DIFFERS,
                ALREADY_WITHDRAWN,
                ALREADY_CANCELLED,
                NOT_CLOSED_YET,
                ALREADY_RATED,
                NO_TEAM_FOR_HAMLET ->
                Reason.Kind.CONFLICT;
          };
      throw team == null
          ? Refusal.of(new Reason.Coded(code, kind))
          : Refusal.lostTo(new Reason.Coded(code, kind), team);
    }
  }
}
