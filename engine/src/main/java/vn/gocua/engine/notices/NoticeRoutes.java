package vn.gocua.engine.notices;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.gocua.base.text.NormalText;
import vn.gocua.engine.http.api.Api;
import vn.gocua.engine.http.api.Call;
import vn.gocua.engine.rights.Permission;
import vn.gocua.protocol.content.ContentReason;
import vn.gocua.protocol.content.NewNotice;
import vn.gocua.protocol.content.NoticeEndpoints;
import vn.gocua.protocol.content.NoticeList;
import vn.gocua.protocol.refusal.Refusal;

/** Notices over HTTP: everybody reads those of the moment, leaders publish and withdraw. */
final class NoticeRoutes {
  private static final Duration FARTHEST = Duration.ofDays(366);

  private final NoticeService service;
  private final ZoneId zone;

  NoticeRoutes(NoticeService service, ZoneId zone) {
    this.service = service;
    this.zone = zone;
  }

  void mount(Api api) {
    api.on(NoticeEndpoints.READ).everybody().instant(this::active);
    api.on(NoticeEndpoints.READ_ALL).may(Permission.PUBLISH_NOTICES).instant(_ -> all());
    api.on(NoticeEndpoints.PUBLISH)
        .may(Permission.PUBLISH_NOTICES)
        .created()
        .blocking(this::publish);
    api.on(NoticeEndpoints.WITHDRAW).may(Permission.PUBLISH_NOTICES).blocking(this::withdraw);
  }

  /** A notice for everybody. */
  static NoticeList.Row row(Notice notice, ZoneId zone) {
    return row(notice, zone, null, null);
  }

  private static NoticeList.Row leadersRow(Notice notice, ZoneId zone) {
    return row(notice, zone, notice.by(), notice.withdrawn());
  }

  private static NoticeList.Row row(
      Notice notice, ZoneId zone, @Nullable String by, @Nullable Boolean withdrawn) {
    return new NoticeList.Row(
        notice.id(),
        notice.text(),
        notice.until().atZone(zone).toOffsetDateTime(),
        notice.where().stream().map(Audience::code).toList(),
        notice.publishedAt().atZone(zone).toOffsetDateTime(),
        by,
        withdrawn);
  }

  private NoticeList active(Call<?> call) {
    String asked = call.query("where");
    Audience place = asked == null ? null : place(asked);
    return new NoticeList(
        service.active(call.now()).stream()
            .filter(notice -> place == null || notice.where().contains(place))
            .map(notice -> row(notice, zone))
            .toList());
  }

  private NoticeList all() {
    return new NoticeList(service.all().stream().map(notice -> leadersRow(notice, zone)).toList());
  }

  private NoticeList.Row publish(Call<NewNotice> call) {
    NewNotice notice = call.body();
    String text = NormalText.composed(notice.text()).strip();
    NoticeService.PublishNotice wanted =
        new NoticeService.PublishNotice(
            UuidCreator.getTimeOrderedEpoch().toString(),
            text.replaceAll("\\s+", " "),
            ahead(notice.until().toInstant(), call.now()),
            where(notice.where()));
    return leadersRow(service.publish(wanted, call.by(), call.now()), zone);
  }

  private static Instant ahead(Instant until, Instant now) {
    if (!until.isAfter(now) || until.isAfter(now.plus(FARTHEST))) {
      throw Refusal.of(ContentReason.UNTIL_NOT_AHEAD);
    }
    return until;
  }

  private static List<Audience> where(@Nullable List<String> codes) {
    EnumSet<Audience> places = EnumSet.noneOf(Audience.class);
    if (codes != null) {
      codes.forEach(code -> places.add(place(code)));
    }
    return places.isEmpty() ? List.of(Audience.values()) : List.copyOf(places);
  }

  private static Audience place(String code) {
    return Audience.of(code).orElseThrow(() -> Refusal.of(ContentReason.UNKNOWN_PLACE, code));
  }

  private NoticeList.Row withdraw(Call<?> call) {
    Notice notice = service.withdraw(call.path("id"), call.by(), call.now());
    if (notice == null) {
      throw Refusal.of(ContentReason.UNKNOWN_NOTICE);
    }
    return leadersRow(notice, zone);
  }
}
