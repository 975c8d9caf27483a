package vn.gocua.kiosk.desk.kit;

import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.datepicker.DatePicker.DatePickerI18n;
import com.vaadin.flow.component.datetimepicker.DateTimePicker;
import com.vaadin.flow.component.upload.UploadI18N;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import vn.gocua.base.text.Figures;
import vn.gocua.base.text.Language;
import vn.gocua.base.text.Texts;

/** Texts, numbers and times in the desk's language. */
public final class DeskWords {
  /** Dates and times are written as in Việt Nam in every language: 31/12/2026, 19:30. */
  public static final Locale VIET_NAM = Locale.forLanguageTag(Language.first().intl());

  private final Texts texts;
  private final Texts wall;
  private final Figures figures;

  public DeskWords(Language language) {
    texts = Texts.of("desk", language);
    wall = Texts.of("wall", language);
    figures = language.figures();
  }

  public Language language() {
    return texts.language();
  }

  public Locale locale() {
    return texts.locale();
  }

  public String text(String key, Object... args) {
    return texts.get(key, args);
  }

  /** A text that the wall has too. */
  public String wall(String key, Object... args) {
    return wall.get(key, args);
  }

  /** 31/12/2026. */
  public String date(LocalDate day) {
    return figures.date(day);
  }

  /** 19:30. */
  public String clock(Instant then, ZoneId zone) {
    return figures.clock(then, zone);
  }

  public String count(long number) {
    return figures.count(number);
  }

  /** Whole per cent with its sign: 104 %. */
  public String percent(double ratio) {
    return text("percent", figures.count(Math.round(ratio * 100)));
  }

  /** Per cent with one decimal, without its sign: 33,4. */
  public String fine(double ratio) {
    return figures.percent(ratio);
  }

  /** Seconds with a tenth, without their unit. */
  public String seconds(Duration time) {
    return figures.seconds(time);
  }

  /** A duration in its largest unit. */
  public String lasting(Duration time) {
    if (time.toMinutes() < 60) {
      return text("minutes", count(Math.max(1, time.toMinutes())));
    }
    return time.toHours() < 48
        ? text("hours", count(time.toHours()))
        : text("days", count(time.toDays()));
  }

  /** Time since an event, in words. */
  public String ago(Duration time) {
    return time.toMinutes() < 1 ? text("justNow") : text("ago", lasting(time));
  }

  /** 09:31 on the same day, else with the date. */
  public String moment(Instant then, Instant now, ZoneId zone) {
    String clock = clock(then, zone);
    return then.atZone(zone).toLocalDate().equals(now.atZone(zone).toLocalDate())
        ? clock
        : clock + " " + date(then.atZone(zone).toLocalDate());
  }

  /** Thứ Hai … Chủ Nhật. */
  public String weekday(DayOfWeek day) {
    String name = day.getDisplayName(TextStyle.FULL, locale());
    return name.substring(0, 1).toUpperCase(locale()) + name.substring(1);
  }

  /** 12,3 MB; base 1024. */
  public String bytes(long size) {
    return size < 1024 * 1024
        ? text("kilobytes", count(Math.max(1, size / 1024)))
        : text("megabytes", figures.decimal(size / 1024.0 / 1024.0));
  }

  /** Sets a date picker to the desk's language and Việt Nam's form of dates. */
  public void vietnameseDates(DatePicker picker) {
    picker.setLocale(VIET_NAM);
    picker.setI18n(calendar());
  }

  /** The same for a picker of a date and a time. */
  public void vietnameseTimes(DateTimePicker picker) {
    picker.setLocale(VIET_NAM);
    picker.setDatePickerI18n(calendar());
    picker.setI18n(
        new DateTimePicker.DateTimePickerI18n()
            .setDateLabel(text("calendar.date"))
            .setTimeLabel(text("calendar.time"))
            .setBadInputErrorMessage(text("calendar.bad"))
            .setIncompleteInputErrorMessage(text("calendar.incomplete"))
            .setMinErrorMessage(text("calendar.early"))
            .setMaxErrorMessage(text("calendar.late")));
  }

  /** The words of a calendar. */
  public DatePickerI18n calendar() {
    List<DayOfWeek> fromSunday =
        Arrays.asList(DayOfWeek.values()).stream()
            .sorted(java.util.Comparator.comparingInt(d -> d.getValue() % 7))
            .toList();
    return new DatePickerI18n()
        .setMonthNames(
            Arrays.stream(Month.values())
                .map(m -> m.getDisplayName(TextStyle.FULL_STANDALONE, locale()))
                .toList())
        .setWeekdays(fromSunday.stream().map(this::weekday).toList())
        .setWeekdaysShort(
            fromSunday.stream().map(d -> d.getDisplayName(TextStyle.SHORT, locale())).toList())
        .setFirstDayOfWeek(1)
        .setToday(text("calendar.today"))
        .setCancel(text("cancel"))
        .setBadInputErrorMessage(text("calendar.bad"))
        .setMinErrorMessage(text("calendar.early"))
        .setMaxErrorMessage(text("calendar.late"))
        .setDateFormat("dd/MM/yyyy");
  }

  /**
   * Texts of an upload.
   *
   * @param kinds accepted files
   * @param most largest size
   */
  public UploadI18N upload(String kinds, long most) {
    return new UploadI18N()
        .setDropFiles(
            new UploadI18N.DropFiles().setOne(text("upload.drop")).setMany(text("upload.drop")))
        .setAddFiles(
            new UploadI18N.AddFiles().setOne(text("upload.choose")).setMany(text("upload.choose")))
        .setError(
            new UploadI18N.Error()
                .setTooManyFiles(text("upload.tooMany"))
                .setFileIsTooBig(text("upload.tooBig", bytes(most)))
                .setIncorrectFileType(text("upload.wrongKind", kinds)))
        .setUploading(
            new UploadI18N.Uploading()
                .setStatus(
                    new UploadI18N.Uploading.Status()
                        .setConnecting(text("upload.connecting"))
                        .setStalled(text("upload.stalled"))
                        .setProcessing(text("upload.processing"))
                        .setHeld(text("upload.held")))
                .setRemainingTime(
                    new UploadI18N.Uploading.RemainingTime()
                        .setPrefix(text("upload.remaining"))
                        .setUnknown(text("upload.remaining.unknown")))
                .setError(
                    new UploadI18N.Uploading.Error()
                        .setServerUnavailable(text("upload.failed"))
                        .setUnexpectedServerError(text("upload.refused"))
                        .setForbidden(text("upload.refused"))))
        .setFile(
            new UploadI18N.File()
                .setRetry(text("upload.retry"))
                .setStart(text("upload.start"))
                .setRemove(text("upload.remove")))
        .setUnits(List.of("B", "KB", "MB", "GB"), 1024);
  }
}
