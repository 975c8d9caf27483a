package vn.gocua.engine.http.json;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Locale;
import vn.gocua.protocol.refusal.Refusal;
import vn.gocua.protocol.refusal.RequestReason;

/** Reads values from the text of a field or a path parameter. */
public final class FieldText {
  private FieldText() {}

  /**
   * The moment that a text names.
   *
   * @throws Refusal that names the field, if it is no ISO 8601 time with an offset
   */
  public static Instant time(String text, String field) {
    try {
      return OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException _) {
      throw Refusal.of(RequestReason.INVALID_TIME, field);
    }
  }

  /**
   * The day that a text names.
   *
   * @throws Refusal that names the field, if it is no ISO 8601 date
   */
  public static LocalDate date(String text, String field) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException _) {
      throw Refusal.of(RequestReason.INVALID_DATE, field);
    }
  }

  /**
   * A UUID in small letters.
   *
   * @throws Refusal that names the field, if it is none
   */
  public static String uuid(String text, String field) {
    if (!FieldValue.UUIDS.matcher(text).matches()) {
      throw Refusal.of(RequestReason.WRONG_TYPE, field);
    }
    return text.toLowerCase(Locale.ROOT);
  }
}
