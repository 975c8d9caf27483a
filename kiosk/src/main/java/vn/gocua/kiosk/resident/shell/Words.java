package vn.gocua.kiosk.resident.shell;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.util.Locale;
import vn.gocua.base.text.Figures;
import vn.gocua.base.text.Language;
import vn.gocua.base.text.Texts;

/** Texts, numbers and times in a visitor's language. */
public final class Words {
  private final Texts texts;
  private final Figures figures;

  public Words(Language language) {
    texts = Texts.of("kiosk", language);
    figures = language.figures();
  }

  /** The text of {@code kiosk.<key>}. */
  public String text(String key, Object... args) {
    return texts.get(key, args);
  }

  public String count(long number) {
    return figures.count(number);
  }

  public String percent(double ratio) {
    return figures.percent(ratio);
  }

  public Language language() {
    return texts.language();
  }

  public Locale locale() {
    return texts.locale();
  }

  public String date(LocalDate day) {
    return figures.date(day);
  }

  /** A moment such as 09:30, 12/08/2025. */
  public String moment(OffsetDateTime then) {
    return figures.clock(then.toInstant(), then.getOffset())
        + ", "
        + figures.date(then.toLocalDate());
  }

  /** From when to when, such as «19:30–21:00, Thứ Hai 25/08/2025». */
  public String time(OffsetDateTime starts, OffsetDateTime ends) {
    return figures.clock(starts.toInstant(), starts.getOffset())
        + "–"
        + figures.clock(ends.toInstant(), ends.getOffset())
        + ", "
        + starts.getDayOfWeek().getDisplayName(TextStyle.FULL, locale())
        + " "
        + figures.date(starts.toLocalDate());
  }

  public String clock(Instant instant, ZoneId zone) {
    return figures.clock(instant, zone);
  }
}
