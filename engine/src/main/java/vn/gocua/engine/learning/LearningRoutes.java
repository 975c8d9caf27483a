package vn.gocua.engine.learning;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.github.f4b6a3.uuid.UuidCreator;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.gocua.engine.access.Guard;
import vn.gocua.engine.campaign.Campaign;
import vn.gocua.engine.help.TooManyRequests;
import vn.gocua.engine.http.json.ApiJson;
import vn.gocua.engine.http.json.Fields;
import vn.gocua.engine.rights.Principal;
import vn.gocua.protocol.Reason;
import vn.gocua.protocol.Refusal;

/** Classes over HTTP: anybody sees them, leaders make them. */
public final class LearningRoutes {
  static final String CLASSES = "/api/v1/classes";
  private static final Pattern UUID =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
  private static final Set<String> LESSON =
      Set.of("title", "hamlet", "place", "startsAt", "endsAt", "seats");

  private final Campaign campaign;
  private final LearningDesk desk;
  private final Guard guard;
  private final Guard.Blocking blocking;
  private final Clock clock;

  /**
   * @param clock the campaign's time
   */
  public LearningRoutes(
      Campaign campaign, LearningDesk desk, Guard guard, Guard.Blocking blocking, Clock clock) {
    this.campaign = campaign;
    this.desk = desk;
    this.guard = guard;
    this.blocking = blocking;
    this.clock = clock;
  }

  public void mount(Router router) {
    router.get(CLASSES).handler(this::list);
    router.post(CLASSES).handler(ctx -> guard.leader(ctx, this::schedule));
    router.post(CLASSES + "/:class/change").handler(ctx -> guard.leader(ctx, this::change));
    router.post(CLASSES + "/:class/cancel").handler(ctx -> guard.leader(ctx, this::cancel));
  }

  /** A class as anybody may see it. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Row(
      String id,
      int version,
      String title,
      @Nullable String hamlet,
      String place,
      OffsetDateTime startsAt,
      OffsetDateTime endsAt,
      int seats,
      int seatsLeft,
      boolean cancelled) {}

  private record Rows(OffsetDateTime at, List<Row> classes) {}

  static Row row(Campaign campaign, ClassSession session) {
    Lesson lesson = session.lesson();
    return new Row(
        session.id(),
        session.version(),
        lesson.title(),
        lesson.hamlet(),
        lesson.place(),
        local(campaign, lesson.startsAt()),
        local(campaign, lesson.endsAt()),
        lesson.seats(),
        session.seatsLeft(),
        session.isCancelled());
  }

  private static OffsetDateTime local(Campaign campaign, Instant instant) {
    return instant.atZone(campaign.zone()).toOffsetDateTime();
  }

  private void list(RoutingContext ctx) {
    Instant now = clock.instant();
    boolean past = ctx.request().getParam("past", "false").equals("true");
    @Nullable String hamlet = ctx.request().getParam("hamlet");
    List<Row> rows =
        desk.all().stream()
            .filter(session -> past || session.lesson().endsAt().isAfter(now))
            .filter(session ->
                hamlet == null
                    || session.lesson().hamlet() == null
                    || hamlet.equals(session.lesson().hamlet()))
            .map(session -> row(campaign, session))
            .toList();
    ApiJson.answer(ctx, 200, new Rows(local(campaign, now), rows));
  }

  private void schedule(RoutingContext ctx, Principal.Leader leader) {
    Fields fields =
        new Fields(
            ApiJson.body(ctx),
            Set.of("id", "title", "hamlet", "place", "startsAt", "endsAt", "seats"));
    String given = fields.optionalText("id", 60);
    String id = given == null ? UuidCreator.getTimeOrderedEpoch().toString() : uuid(given, "id");
    Lesson lesson =
        lesson(
            fields.text("title", 120),
            hamlet(fields),
            fields.text("place", 200),
            time(fields.text("startsAt", 60), "startsAt"),
            time(fields.text("endsAt", 60), "endsAt"),
            fields.integer("seats", 1, Lesson.MOST_SEATS));
    Instant at = clock.instant();
    answer(ctx, 201, () -> desk.schedule(id, lesson, leader.username(), at));
  }

  /** What is left out stays; a hamlet of {@code null} opens the class to the whole commune. */
  private void change(RoutingContext ctx, Principal.Leader leader) {
    Fields fields = new Fields(ApiJson.body(ctx), LESSON);
    String id = uuid(ctx.pathParam("class"), "class");
    String title = fields.optionalText("title", 120);
    String hamlet = hamlet(fields);
    boolean wholeCommune = fields.isNull("hamlet");
    String place = fields.optionalText("place", 200);
    String startsAt = fields.optionalText("startsAt", 60);
    String endsAt = fields.optionalText("endsAt", 60);
    int seats = fields.integer("seats", 1, Lesson.MOST_SEATS, 0);
    Instant at = clock.instant();
    answer(
        ctx,
        200,
        () ->
            desk.change(
                id,
                held ->
                    lesson(
                        title == null || title.isBlank() ? held.title() : title,
                        hamlet == null && !wholeCommune ? held.hamlet() : hamlet,
                        place == null || place.isBlank() ? held.place() : place,
                        startsAt == null ? held.startsAt() : time(startsAt, "startsAt"),
                        endsAt == null ? held.endsAt() : time(endsAt, "endsAt"),
                        seats == 0 ? held.seats() : seats),
                leader.username(),
                at));
  }

  private void cancel(RoutingContext ctx, Principal.Leader leader) {
    String id = uuid(ctx.pathParam("class"), "class");
    Instant at = clock.instant();
    answer(ctx, 200, () -> desk.cancel(id, leader.username(), at));
  }

  private @Nullable String hamlet(Fields fields) {
    String hamlet = fields.optionalText("hamlet", 60);
    if (hamlet != null && !campaign.hamletCodes().contains(hamlet)) {
      throw Refusal.invalid("unknown-hamlet", hamlet);
    }
    return hamlet;
  }

  private static Lesson lesson(
      String title,
      @Nullable String hamlet,
      String place,
      Instant startsAt,
      Instant endsAt,
      int seats) {
    if (!endsAt.isAfter(startsAt)) {
      throw Refusal.invalid("class-ends-before-it-starts");
    }
    return new Lesson(title, hamlet, place, startsAt, endsAt, seats);
  }

  static String uuid(String text, String field) {
    if (!UUID.matcher(text).matches()) {
      throw Refusal.invalid("wrong-type", field);
    }
    return text.toLowerCase(Locale.ROOT);
  }

  static Instant time(String text, String field) {
    try {
      return OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException _) {
      throw Refusal.invalid("invalid-time", field);
    }
  }

  private void answer(RoutingContext ctx, int status, Supplier<ClassSession> work) {
    blocking
        .run(() -> refusing(work))
        .onSuccess(session -> ApiJson.answer(ctx, status, row(campaign, session)))
        .onFailure(ctx::fail);
  }

  /** Does what may be refused; a refusal becomes a problem. */
  static <T> T refusing(Supplier<T> work) {
    try {
      return work.get();
    } catch (TooManyRequests many) {
      throw Refusal.tooMany(many.code(), many.retryAfter());
    } catch (LearningRefused refused) {
      Reason.Kind kind =
          switch (refused.why()) {
            case UNKNOWN_CLASS, UNKNOWN_ENROLMENT -> Reason.Kind.UNKNOWN;
            case WRONG_SLIP -> Reason.Kind.FORBIDDEN;
            case CLASS_DIFFERS,
                CLASS_FULL,
                CLASS_CANCELLED,
                CLASS_BEGUN,
                SEATS_TAKEN,
                SEAT_GIVEN_BACK ->
                Reason.Kind.CONFLICT;
          };
      throw Refusal.of(new Reason.Coded(refused.why().code(), kind));
    }
  }
}
