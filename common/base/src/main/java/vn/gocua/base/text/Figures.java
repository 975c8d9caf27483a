package vn.gocua.base.text;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.NumberFormat;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.Locale;

/** Numbers, dates and times as a language writes them: in Vietnamese 1.234,5 and 31/12/2025. */
public final class Figures {
  private final Locale locale;
  private final DecimalFormat whole;
  private final DecimalFormat tenths;
  private final DecimalFormat any;
  private final DateTimeFormatter date;
  private final DateTimeFormatter time;

  /**
   * @param locale for names of days
   * @param group the sign between thousands
   * @param decimal the sign before decimals
   * @param date a pattern of {@link DateTimeFormatter}
   * @param time the same
   */
  Figures(Locale locale, String group, String decimal, String date, String time) {
    this.locale = locale;
    DecimalFormatSymbols symbols = new DecimalFormatSymbols(Locale.ROOT);
    symbols.setGroupingSeparator(group.charAt(0));
    symbols.setDecimalSeparator(decimal.charAt(0));
    this.whole = new DecimalFormat("#,##0", symbols);
    this.tenths = new DecimalFormat("#,##0.0", symbols);
    this.any = new DecimalFormat("#,##0.###", symbols);
    this.date = DateTimeFormatter.ofPattern(date, Locale.ROOT);
    this.time = DateTimeFormatter.ofPattern(time, Locale.ROOT);
  }

  /** A format is not for two threads at once. */
  private static NumberFormat own(DecimalFormat shared) {
    return (NumberFormat) shared.clone();
  }

  public String count(long number) {
    return own(whole).format(number);
  }

  /** Per cent with one decimal, without its sign: 33,4. */
  public String percent(double ratio) {
    return decimal(ratio * 100);
  }

  /** A number with one decimal: 12,3. */
  public String decimal(double number) {
    return own(tenths).format(number);
  }

  /** Seconds, at least a tenth: nothing is instant. */
  public String seconds(Duration duration) {
    return decimal(Math.max(0.1, duration.toMillis() / 1000.0));
  }

  /** A number with its decimals, at most three. */
  String number(Number number) {
    return own(any).format(number);
  }

  public String date(LocalDate day) {
    return date.format(day);
  }

  public String clock(Instant instant, ZoneId zone) {
    return time.format(instant.atZone(zone));
  }

  /** A day's name: Thứ Hai … Chủ Nhật. */
  public String weekday(DayOfWeek day) {
    String name = day.getDisplayName(TextStyle.FULL, locale);
    return name.substring(0, 1).toUpperCase(locale) + name.substring(1);
  }

  /** A time of a day: 09:30, 12/08/2025. */
  public String moment(OffsetDateTime then) {
    return clock(then.toInstant(), then.getOffset()) + ", " + date(then.toLocalDate());
  }

  /** From when to when on one day: 19:30–21:00, Thứ Hai 25/08/2025. */
  public String span(OffsetDateTime starts, OffsetDateTime ends) {
    return clock(starts.toInstant(), starts.getOffset())
        + "–"
        + clock(ends.toInstant(), ends.getOffset())
        + ", "
        + weekday(starts.getDayOfWeek())
        + " "
        + date(starts.toLocalDate());
  }
}
