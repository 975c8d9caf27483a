package vn.gocua.kiosk.desk.kit;

import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.datepicker.DatePicker.DatePickerI18n;
import com.vaadin.flow.component.datetimepicker.DateTimePicker;
import com.vaadin.flow.component.upload.UploadI18N;
import java.time.DayOfWeek;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import vn.gocua.base.text.Language;
import vn.gocua.base.text.Texts;

/** The texts of Vaadin's own widgets: pickers of dates and times, and uploads. */
public final class WidgetTexts {
  /** Dates and times are written as in Việt Nam in every language: 31/12/2026, 19:30. */
  public static final Locale VIET_NAM = Locale.forLanguageTag(Language.first().intl());

  private WidgetTexts() {}

  /** Has a picker of dates speak the desk's language and write dates as in Việt Nam. */
  public static void dates(Texts texts, DatePicker picker) {
    picker.setLocale(VIET_NAM);
    picker.setI18n(calendar(texts));
  }

  /** The same for a picker of a date and a time. */
  public static void times(Texts texts, DateTimePicker picker) {
    picker.setLocale(VIET_NAM);
    picker.setDatePickerI18n(calendar(texts));
    picker.setI18n(
        new DateTimePicker.DateTimePickerI18n()
            .setDateLabel(texts.get("calendar.date"))
            .setTimeLabel(texts.get("calendar.time"))
            .setBadInputErrorMessage(texts.get("calendar.bad"))
            .setIncompleteInputErrorMessage(texts.get("calendar.incomplete"))
            .setMinErrorMessage(texts.get("calendar.early"))
            .setMaxErrorMessage(texts.get("calendar.late")));
  }

  /** The texts of a calendar. */
  private static DatePickerI18n calendar(Texts texts) {
    List<DayOfWeek> fromSunday =
        Arrays.stream(DayOfWeek.values())
            .sorted(Comparator.comparingInt(d -> d.getValue() % 7))
            .toList();
    return new DatePickerI18n()
        .setMonthNames(
            Arrays.stream(Month.values())
                .map(m -> m.getDisplayName(TextStyle.FULL_STANDALONE, texts.locale()))
                .toList())
        .setWeekdays(fromSunday.stream().map(texts.figures()::weekday).toList())
        .setWeekdaysShort(
            fromSunday.stream()
                .map(d -> d.getDisplayName(TextStyle.SHORT, texts.locale()))
                .toList())
        .setFirstDayOfWeek(1)
        .setToday(texts.get("calendar.today"))
        .setCancel(texts.get("cancel"))
        .setBadInputErrorMessage(texts.get("calendar.bad"))
        .setMinErrorMessage(texts.get("calendar.early"))
        .setMaxErrorMessage(texts.get("calendar.late"))
        .setDateFormat("dd/MM/yyyy");
  }

  /**
   * The texts of a place where files are dropped.
   *
   * @param kinds which files it takes
   * @param most the largest it takes
   */
  public static UploadI18N upload(Texts texts, String kinds, long most) {
    return new UploadI18N()
        .setDropFiles(
            new UploadI18N.DropFiles()
                .setOne(texts.get("upload.drop"))
                .setMany(texts.get("upload.drop")))
        .setAddFiles(
            new UploadI18N.AddFiles()
                .setOne(texts.get("upload.choose"))
                .setMany(texts.get("upload.choose")))
        .setError(
            new UploadI18N.Error()
                .setTooManyFiles(texts.get("upload.tooMany"))
                .setFileIsTooBig(texts.get("upload.tooBig", DeskFigures.bytes(texts, most)))
                .setIncorrectFileType(texts.get("upload.wrongKind", kinds)))
        .setUploading(
            new UploadI18N.Uploading()
                .setStatus(
                    new UploadI18N.Uploading.Status()
                        .setConnecting(texts.get("upload.connecting"))
                        .setStalled(texts.get("upload.stalled"))
                        .setProcessing(texts.get("upload.processing"))
                        .setHeld(texts.get("upload.held")))
                .setRemainingTime(
                    new UploadI18N.Uploading.RemainingTime()
                        .setPrefix(texts.get("upload.remaining"))
                        .setUnknown(texts.get("upload.remaining.unknown")))
                .setError(
                    new UploadI18N.Uploading.Error()
                        .setServerUnavailable(texts.get("upload.failed"))
                        .setUnexpectedServerError(texts.get("upload.refused"))
                        .setForbidden(texts.get("upload.refused"))))
        .setFile(
            new UploadI18N.File()
                .setRetry(texts.get("upload.retry"))
                .setStart(texts.get("upload.start"))
                .setRemove(texts.get("upload.remove")))
        .setUnits(List.of("B", "KB", "MB", "GB"), 1024);
  }
}
