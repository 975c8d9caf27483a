package vn.gocua.kiosk.resident.shell;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import vn.gocua.kiosk.text.Figures;
import vn.gocua.kiosk.text.Texts;

/**
 * What a page needs to speak to one visitor: a language, and its way to write numbers and times.
 */
public final class Words {
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("HH:mm, dd/MM/yyyy", Locale.ROOT);

  private final Texts texts;
  private final Figures figures;

  public Words(Locale locale) {
    texts = Texts.in(locale);
    figures = new Figures(locale);
  }

  /** The text of {@code kiosk.<key>}. */
  public String text(String key, Object... args) {
    return texts.get("kiosk." + key, args);
  }

  public String count(long number) {
    return figures.count(number);
  }

  public String percent(double ratio) {
    return figures.percent(ratio);
  }

  public Locale locale() {
    return texts.locale();
  }

  /** A moment such as 09:30, 12/08/2025. */
  public static String moment(String iso) {
    return MOMENT.format(OffsetDateTime.parse(iso));
  }

  public static String clock(Instant instant, ZoneId zone) {
    return Figures.clock(instant, zone);
  }
}
