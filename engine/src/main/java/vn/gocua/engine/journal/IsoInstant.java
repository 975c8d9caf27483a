package vn.gocua.engine.journal;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;

/**
 * Reads and writes instants as ISO 8601 in their usual form. The JDK's own parser, used for all
 * other forms, takes ten times as long.
 */
public final class IsoInstant {
  private static final int FRACTION = 19;
  private static final int NO_NUMBER = Integer.MIN_VALUE;

  private IsoInstant() {}

  /**
   * Reads a time that ends in «Z» or an offset.
   *
   * @throws DateTimeException if the text is not one
   */
  public static Instant parse(String text) {
    int zone = zoneAt(text);
    if (zone < 0) {
      return OffsetDateTime.parse(text).toInstant();
    }
    int hour = number(text, 11, 13);
    int minute = number(text, 14, 16);
    int second = number(text, 17, FRACTION);
    int nanos = zone == FRACTION ? 0 : nanos(text, zone);
    int offset = zone == text.length() - 1 ? 0 : offset(text, zone);
    int year = number(text, 0, 4);
    int month = number(text, 5, 7);
    int day = number(text, 8, 10);
    boolean numbers = (hour | minute | second | nanos | year | month | day) >= 0;
    if (!numbers || hour > 23 || minute > 59 || second > 59 || offset == NO_NUMBER) {
      return OffsetDateTime.parse(text).toInstant();
    }
    long days = LocalDate.of(year, month, day).toEpochDay();
    return Instant.ofEpochSecond(
        days * 86_400 + hour * 3600L + minute * 60L + second - offset, nanos);
  }

  /** Start of the zone in a text of the usual form; −1 for any other. */
  private static int zoneAt(String text) {
    int length = text.length();
    if (length <= FRACTION
        || text.charAt(4) != '-'
        || text.charAt(7) != '-'
        || text.charAt(10) != 'T'
        || text.charAt(13) != ':'
        || text.charAt(16) != ':') {
      return -1;
    }
    int zone = text.charAt(length - 1) == 'Z' ? length - 1 : length - 6;
    boolean whole = zone == FRACTION;
    boolean fraction = zone > FRACTION + 1 && zone <= FRACTION + 10 && text.charAt(19) == '.';
    return whole || fraction ? zone : -1;
  }

  private static int number(String text, int from, int to) {
    int number = 0;
    for (int i = from; i < to; i++) {
      int digit = text.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        return NO_NUMBER;
      }
      number = number * 10 + digit;
    }
    return number;
  }

  private static int nanos(String text, int zone) {
    int nanos = number(text, FRACTION + 1, zone);
    for (int i = zone; nanos > 0 && i < FRACTION + 10; i++) {
      nanos *= 10;
    }
    return nanos;
  }

  /** Seconds east of Greenwich. */
  private static int offset(String text, int zone) {
    int hours = number(text, zone + 1, zone + 3);
    int minutes = number(text, zone + 4, zone + 6);
    char sign = text.charAt(zone);
    if (text.charAt(zone + 3) != ':'
        || (sign != '+' && sign != '-')
        || (hours | minutes) < 0
        || hours > 17
        || minutes > 59) {
      return NO_NUMBER;
    }
    int seconds = hours * 3600 + minutes * 60;
    return sign == '-' ? -seconds : seconds;
  }

  /** The same text as {@link Instant#toString}. */
  public static String text(Instant instant) {
    long seconds = instant.getEpochSecond();
    LocalDate date = LocalDate.ofEpochDay(Math.floorDiv(seconds, 86_400));
    if (date.getYear() < 0 || date.getYear() > 9999) {
      return instant.toString();
    }
    int time = Math.floorMod(seconds, 86_400);
    StringBuilder text = new StringBuilder(30);
    append(text, date.getYear(), 4).append('-');
    append(text, date.getMonthValue(), 2).append('-');
    append(text, date.getDayOfMonth(), 2).append('T');
    append(text, time / 3600, 2).append(':');
    append(text, time / 60 % 60, 2).append(':');
    append(text, time % 60, 2);
    int nanos = instant.getNano();
    if (nanos != 0) {
      int digits = nanos % 1_000_000 == 0 ? 3 : nanos % 1000 == 0 ? 6 : 9;
      append(
          text.append('.'),
          digits == 3 ? nanos / 1_000_000 : digits == 6 ? nanos / 1000 : nanos,
          digits);
    }
    return text.append('Z').toString();
  }

  private static StringBuilder append(StringBuilder text, int number, int digits) {
    int place = 1;
    for (int i = 1; i < digits; i++) {
      place *= 10;
    }
    for (; place > 0; place /= 10) {
      text.append((char) ('0' + number / place % 10));
    }
    return text;
  }
}
