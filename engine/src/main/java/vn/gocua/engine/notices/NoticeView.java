package vn.gocua.engine.notices;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A notice as it is told outside.
 *
 * @param by who published it, and {@code withdrawn}: for leaders only
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record NoticeView(
    String id,
    String text,
    OffsetDateTime until,
    List<String> where,
    OffsetDateTime publishedAt,
    @Nullable String by,
    @Nullable Boolean withdrawn) {

  /** The notices to be shown. */
  public record All(List<NoticeView> notices) {}

  static NoticeView open(Notice notice, ZoneId zone) {
    return of(notice, zone, null, null);
  }

  static NoticeView forLeaders(Notice notice, ZoneId zone) {
    return of(notice, zone, notice.by(), notice.withdrawn());
  }

  private static NoticeView of(
      Notice notice, ZoneId zone, @Nullable String by, @Nullable Boolean withdrawn) {
    return new NoticeView(
        notice.id(),
        notice.text(),
        notice.until().atZone(zone).toOffsetDateTime(),
        notice.where().stream().map(Audience::code).toList(),
        notice.publishedAt().atZone(zone).toOffsetDateTime(),
        by,
        withdrawn);
  }
}
