package vn.gocua.engine.learning;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.gocua.engine.campaign.Campaign;
import vn.gocua.engine.http.api.Api;
import vn.gocua.engine.http.api.Call;
import vn.gocua.engine.http.json.FieldText;
import vn.gocua.engine.rights.Permission;
import vn.gocua.protocol.campaign.CampaignReason;
import vn.gocua.protocol.learning.ClassChange;
import vn.gocua.protocol.learning.ClassList;
import vn.gocua.protocol.learning.ClassOrder;
import vn.gocua.protocol.learning.LearningEndpoints;
import vn.gocua.protocol.learning.LearningReason;
import vn.gocua.protocol.refusal.Refusal;

/** Classes over HTTP: public to read, for leaders to make. */
final class LearningRoutes {
  private final Campaign campaign;
  private final LearningService service;

  LearningRoutes(Campaign campaign, LearningService service) {
    this.campaign = campaign;
    this.service = service;
  }

  void mount(Api api) {
    api.on(LearningEndpoints.READ).everybody().instant(this::list);
    api.on(LearningEndpoints.SCHEDULE)
        .may(Permission.HOLD_CLASSES)
        .created()
        .blocking(this::schedule);
    api.on(LearningEndpoints.CHANGE).may(Permission.HOLD_CLASSES).blocking(this::change);
    api.on(LearningEndpoints.CANCEL)
        .may(Permission.HOLD_CLASSES)
        .blocking(call ->
            row(
                campaign,
                service.cancel(
                    FieldText.uuid(call.path("class"), "class"), call.by(), call.now())));
  }

  /** A class as everybody sees it. */
  static ClassList.Row row(Campaign campaign, ClassSession session) {
    Lesson lesson = session.lesson();
    return new ClassList.Row(
        session.id(),
        session.version(),
        lesson.title(),
        lesson.hamlet(),
        lesson.place(),
        campaign.local(lesson.startsAt()),
        campaign.local(lesson.endsAt()),
        lesson.seats(),
        session.seatsLeft(),
        session.isCancelled());
  }

  private ClassList list(Call<?> call) {
    Instant now = call.now();
    boolean past = "true".equals(call.query("past"));
    String hamlet = call.query("hamlet");
    List<ClassList.Row> rows =
        service.all().stream()
            .filter(session -> past || session.lesson().endsAt().isAfter(now))
            .filter(session ->
                hamlet == null
                    || session.lesson().hamlet() == null
                    || hamlet.equals(session.lesson().hamlet()))
            .map(session -> row(campaign, session))
            .toList();
    return new ClassList(campaign.local(now), rows);
  }

  private ClassList.Row schedule(Call<ClassOrder> call) {
    ClassOrder order = call.body();
    String id =
        order.id() == null
            ? UuidCreator.getTimeOrderedEpoch().toString()
            : FieldText.uuid(order.id(), "id");
    Lesson lesson =
        lesson(
            order.title(),
            known(order.hamlet()),
            order.place(),
            FieldText.time(order.startsAt(), "startsAt"),
            FieldText.time(order.endsAt(), "endsAt"),
            order.seats());
    return row(campaign, service.schedule(id, lesson, call.by(), call.now()));
  }

  /**
   * Changes a class. Absent values stay; a hamlet of {@code null} opens the class to the whole
   * commune.
   */
  private ClassList.Row change(Call<ClassChange> call) {
    ClassChange change = call.body();
    String id = FieldText.uuid(call.path("class"), "class");
    String _ = known(change.hamlet().given());
    return row(campaign, service.change(id, held -> changed(held, change), call.by(), call.now()));
  }

  private static Lesson changed(Lesson held, ClassChange change) {
    String title = change.title();
    String place = change.place();
    String startsAt = change.startsAt();
    String endsAt = change.endsAt();
    Integer seats = change.seats();
    return lesson(
        title == null || title.isBlank() ? held.title() : title,
        change.hamlet().over(held.hamlet()),
        place == null || place.isBlank() ? held.place() : place,
        startsAt == null ? held.startsAt() : FieldText.time(startsAt, "startsAt"),
        endsAt == null ? held.endsAt() : FieldText.time(endsAt, "endsAt"),
        seats == null ? held.seats() : seats);
  }

  private @Nullable String known(@Nullable String hamlet) {
    if (hamlet != null && !campaign.hamletCodes().contains(hamlet)) {
      throw Refusal.of(CampaignReason.UNKNOWN_HAMLET, hamlet);
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
      throw Refusal.of(LearningReason.CLASS_ENDS_BEFORE_IT_STARTS);
    }
    return new Lesson(title, hamlet, place, startsAt, endsAt, seats);
  }
}
