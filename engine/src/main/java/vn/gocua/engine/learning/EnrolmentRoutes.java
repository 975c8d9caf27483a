package vn.gocua.engine.learning;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.gocua.engine.access.Guard;
import vn.gocua.engine.campaign.Campaign;
import vn.gocua.engine.help.Contact;
import vn.gocua.engine.http.json.ApiJson;
import vn.gocua.engine.http.json.Fields;
import vn.gocua.engine.rights.Principal;
import vn.gocua.protocol.Refusal;

/** Seats in classes over HTTP: the kiosk takes and gives them back, leaders read who comes. */
public final class EnrolmentRoutes {
  private static final String ENROLMENTS = LearningRoutes.CLASSES + "/:class/enrolments";
  private static final Pattern SCREEN = Pattern.compile("[0-9A-Za-z-]{1,60}");

  private final Campaign campaign;
  private final LearningDesk desk;
  private final Guard guard;
  private final Guard.Blocking blocking;
  private final Clock clock;

  /**
   * @param clock the campaign's time
   */
  public EnrolmentRoutes(
      Campaign campaign, LearningDesk desk, Guard guard, Guard.Blocking blocking, Clock clock) {
    this.campaign = campaign;
    this.desk = desk;
    this.guard = guard;
    this.blocking = blocking;
    this.clock = clock;
  }

  public void mount(Router router) {
    router.post(ENROLMENTS).handler(ctx -> guard.kiosk(ctx, this::enrol));
    router.get(ENROLMENTS).handler(ctx -> guard.leader(ctx, this::list));
    router
        .post(ENROLMENTS + "/:enrolment/withdraw")
        .handler(ctx -> guard.anyone(ctx, this::giveBack));
  }

  private record SlipView(
      @JsonProperty("class") String session,
      String enrolment,
      int seat,
      String code,
      String secret) {}

  private void enrol(RoutingContext ctx) {
    Fields fields = new Fields(ApiJson.body(ctx), Set.of("id", "contact", "consent"));
    Fields consent = fields.optionalObject("consent", Set.of("textVersion", "at"));
    if (consent == null) {
      throw Refusal.invalid("consent-required");
    }
    Fields contact = fields.optionalObject("contact", Set.of("name", "phone"));
    if (contact == null) {
      throw Refusal.invalid("missing-field", "contact");
    }
    String phone =
        Contact.phone(contact.text("phone", 20))
            .orElseThrow(() -> Refusal.invalid("invalid-phone"));
    LearningDesk.Wish wish =
        new LearningDesk.Wish(
            LearningRoutes.uuid(fields.text("id", 60), "id"),
            session(ctx),
            new Learner(contact.text("name", 100), phone),
            consent.text("textVersion", 60),
            LearningRoutes.time(consent.text("at", 60), "consent.at"));
    String named = ctx.request().getHeader("X-Gocua-Screen");
    String screen = named != null && SCREEN.matcher(named).matches() ? named : "";
    Instant at = clock.instant();
    blocking
        .run(() -> LearningRoutes.refusing(() -> desk.enrol(wish, screen, at)))
        .onSuccess(slip ->
            ApiJson.answer(
                ctx,
                201,
                new SlipView(
                    slip.session(), slip.enrolment(), slip.seat(), slip.code(), slip.secret())))
        .onFailure(ctx::fail);
  }

  /** The slip's holder proves it by the secret; a leader does it for somebody at the desk. */
  private void giveBack(RoutingContext ctx, Principal who) {
    Instant at = clock.instant();
    Supplier<ClassSession> work =
        switch (who) {
          case Principal.Phone _ -> throw Refusal.forbidden("leaders-only");
          case Principal.Leader leader -> {
            String session = session(ctx);
            String enrolment = enrolment(ctx);
            yield () -> desk.giveBackFor(session, enrolment, leader.username(), at);
          }
          case Principal.Kiosk _ -> {
            String session = session(ctx);
            String enrolment = enrolment(ctx);
            String secret = new Fields(ApiJson.body(ctx), Set.of("secret")).text("secret", 100);
            yield () -> desk.giveBack(session, enrolment, secret, at);
          }
        };
    blocking
        .run(() -> LearningRoutes.refusing(work))
        .onSuccess(after -> ApiJson.answer(ctx, 200, LearningRoutes.row(campaign, after)))
        .onFailure(ctx::fail);
  }

  private static String enrolment(RoutingContext ctx) {
    return LearningRoutes.uuid(ctx.pathParam("enrolment"), "enrolment");
  }

  /** Who has a seat; name and phone are absent once they are erased. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  private record Seated(
      String enrolment,
      int seat,
      String code,
      OffsetDateTime at,
      @Nullable String name,
      @Nullable String phone) {}

  private record ClassList(@JsonProperty("class") String session, List<Seated> enrolments) {}

  private void list(RoutingContext ctx, Principal.Leader leader) {
    String id = session(ctx);
    Instant at = clock.instant();
    blocking
        .run(() ->
            LearningRoutes.refusing(() -> {
              ClassSession session = desk.find(id);
              return seated(session, desk.list(session, leader.username(), at));
            }))
        .onSuccess(rows -> ApiJson.answer(ctx, 200, new ClassList(id, rows)))
        .onFailure(ctx::fail);
  }

  private List<Seated> seated(ClassSession session, Map<String, Learner> learners) {
    return session.seated().stream()
        .map(enrolment -> {
          Learner learner = learners.get(enrolment.id());
          return new Seated(
              enrolment.id(),
              enrolment.seat(),
              enrolment.code(),
              enrolment.at().atZone(campaign.zone()).toOffsetDateTime(),
              learner == null ? null : learner.name(),
              learner == null ? null : learner.phone());
        })
        .toList();
  }

  private static String session(RoutingContext ctx) {
    return LearningRoutes.uuid(ctx.pathParam("class"), "class");
  }
}
