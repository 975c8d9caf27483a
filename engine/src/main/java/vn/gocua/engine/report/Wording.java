package vn.gocua.engine.report;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.MessageFormat;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.ResourceBundle;

/** The words and figures of reports, which are written in Vietnamese. */
final class Wording {
  private static final Locale VIETNAMESE = Locale.of("vi");
  private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("dd/MM/uuuu");
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss 'ngày' dd/MM/uuuu");

  private static final ResourceBundle WORDS = ResourceBundle.getBundle("messages.report");

  private Wording() {}

  static String text(String key, Object... arguments) {
    String text = WORDS.getString(key);
    return arguments.length == 0 ? text : new MessageFormat(text, VIETNAMESE).format(arguments);
  }

  static String count(long number) {
    return format("#,##0", (double) number);
  }

  /** A share as per cent with one decimal. */
  static String percent(double share) {
    return format("0.0", share * 100) + " %";
  }

  private static String format(String pattern, double number) {
    DecimalFormatSymbols symbols = new DecimalFormatSymbols(VIETNAMESE);
    symbols.setGroupingSeparator('.');
    symbols.setDecimalSeparator(',');
    return new DecimalFormat(pattern, symbols).format(number);
  }

  static String date(LocalDate date) {
    return DATE.format(date);
  }

  static String time(LocalDateTime time) {
    return TIME.format(time);
  }

  /** «Hồng Vân, ngày 02 tháng 01 năm 2025»; days and the first two months have two digits. */
  static String placeAndDate(String place, LocalDate date) {
    String month =
        date.getMonthValue() < 3
            ? "0" + date.getMonthValue()
            : String.valueOf(date.getMonthValue());
    return text(
        "form.place-date",
        place,
        "%02d".formatted(date.getDayOfMonth()),
        month,
        String.valueOf(date.getYear()));
  }
}
