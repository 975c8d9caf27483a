package vn.gocua.engine.report;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import vn.gocua.base.text.Figures;
import vn.gocua.base.text.Texts;

/** The texts and figures of reports. */
final class ReportTexts {
  private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("HH:mm:ss");

  static final Texts TEXTS = Texts.of("report");

  private static final Figures FIGURES = TEXTS.figures();

  private ReportTexts() {}

  static String text(String key, Object... arguments) {
    return TEXTS.get(key, arguments);
  }

  static String count(long number) {
    return FIGURES.count(number);
  }

  /** A share as per cent with one decimal. */
  static String percent(double share) {
    return FIGURES.percent(share) + " %";
  }

  static String date(LocalDate date) {
    return FIGURES.date(date);
  }

  static String time(LocalDateTime time) {
    return text("moment", time.toLocalTime().format(SECONDS), FIGURES.date(time.toLocalDate()));
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
