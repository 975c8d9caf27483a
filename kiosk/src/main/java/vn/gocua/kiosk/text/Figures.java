package vn.gocua.kiosk.text;

import java.text.NumberFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * Numbers and times as written in the reader's language: 1.234.567 and 31/12/2025 in Vietnamese.
 */
public final class Figures {
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.ROOT);
  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

  private final NumberFormat whole;
  private final NumberFormat tenths;

  public Figures(Locale locale) {
    whole = NumberFormat.getIntegerInstance(locale);
    tenths = NumberFormat.getNumberInstance(locale);
    tenths.setMinimumFractionDigits(1);
    tenths.setMaximumFractionDigits(1);
  }

  public String count(long number) {
    return whole.format(number);
  }

  /** Per cent without its sign: 33,4. */
  public String percent(double ratio) {
    return tenths.format(ratio * 100);
  }

  /** A number with one decimal: 12,3. */
  public String decimal(double number) {
    return tenths.format(number);
  }

  /** Seconds, at least a tenth: nothing is instant. */
  public String seconds(Duration duration) {
    return tenths.format(Math.max(0.1, duration.toMillis() / 1000.0));
  }

  public static String date(LocalDate date) {
    return DATE.format(date);
  }

  public static String clock(Instant instant, ZoneId zone) {
    return CLOCK.format(instant.atZone(zone));
  }
}
