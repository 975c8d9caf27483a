package vn.gocua.kiosk.resident.content;

import java.time.OffsetDateTime;
import java.time.format.TextStyle;
import org.jspecify.annotations.Nullable;
import vn.gocua.base.text.Figures;
import vn.gocua.base.text.Language;
import vn.gocua.kiosk.feed.Wire;

/**
 * A class of Bình dân học vụ số.
 *
 * @param hamlet whose it is; null for the whole commune
 * @param startsAt with the campaign's offset
 */
public record ClassRow(
    String id,
    String title,
    @Nullable String hamlet,
    String place,
    String startsAt,
    String endsAt,
    int seats,
    int seatsLeft,
    boolean cancelled) {
  public ClassRow {
    Wire.require("class", id, title, place, startsAt, endsAt);
  }

  public boolean isOpen() {
    return !cancelled && seatsLeft > 0;
  }

  /** Such as «19:30–21:00, Thứ Hai 25/08/2025». */
  public String time(Language language) {
    OffsetDateTime starts = OffsetDateTime.parse(startsAt);
    OffsetDateTime ends = OffsetDateTime.parse(endsAt);
    Figures figures = language.figures();
    return figures.clock(starts.toInstant(), starts.getOffset())
        + "–"
        + figures.clock(ends.toInstant(), ends.getOffset())
        + ", "
        + starts.getDayOfWeek().getDisplayName(TextStyle.FULL, language.locale())
        + " "
        + figures.date(starts.toLocalDate());
  }
}
