package vn.gocua.kiosk.resident.content;

import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
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
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

  public ClassRow {
    Wire.require("class", id, title, place, startsAt, endsAt);
  }

  public boolean isOpen() {
    return !cancelled && seatsLeft > 0;
  }

  /** Such as «19:30–21:00, Thứ Hai 25/08/2025». */
  public String time(Locale locale) {
    OffsetDateTime starts = OffsetDateTime.parse(startsAt);
    DateTimeFormatter day = DateTimeFormatter.ofPattern("EEEE dd/MM/yyyy", locale);
    return TIME.format(starts)
        + "–"
        + TIME.format(OffsetDateTime.parse(endsAt))
        + ", "
        + day.format(starts);
  }
}
