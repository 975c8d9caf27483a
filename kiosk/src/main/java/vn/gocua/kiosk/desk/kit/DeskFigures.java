package vn.gocua.kiosk.desk.kit;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import vn.gocua.base.text.Texts;

/** Shares, spans of time and sizes of files, as the desk writes them with its own texts. */
public final class DeskFigures {
  private DeskFigures() {}

  /** Whole per cent with its sign: 104 %. */
  public static String percent(Texts texts, double ratio) {
    return texts.get("percent", Math.round(ratio * 100));
  }

  /** How long something has lasted, in its largest unit. */
  public static String lasting(Texts texts, Duration time) {
    if (time.toMinutes() < 60) {
      return texts.get("minutes", Math.max(1, time.toMinutes()));
    }
    return time.toHours() < 48
        ? texts.get("hours", time.toHours())
        : texts.get("days", time.toDays());
  }

  /** How long ago something was. */
  public static String ago(Texts texts, Duration time) {
    return time.toMinutes() < 1 ? texts.get("justNow") : texts.get("ago", lasting(texts, time));
  }

  /**
   * A sentence on how long ago something was.
   *
   * @param key its text, with a place for the time; {@code key.now} is the one for the last minute
   */
  public static String since(Texts texts, String key, Duration time) {
    return time.toMinutes() < 1 ? texts.get(key + ".now") : texts.get(key, ago(texts, time));
  }

  /** 09:31 on the same day, else with the date. */
  public static String moment(Texts texts, Instant then, Instant now, ZoneId zone) {
    String clock = texts.figures().clock(then, zone);
    return then.atZone(zone).toLocalDate().equals(now.atZone(zone).toLocalDate())
        ? clock
        : clock + " " + texts.figures().date(then.atZone(zone).toLocalDate());
  }

  /** 12,3 MB; base 1024. */
  public static String bytes(Texts texts, long size) {
    return size < 1024 * 1024
        ? texts.get("kilobytes", Math.max(1, size / 1024))
        : texts.get("megabytes", texts.figures().decimal(size / 1024.0 / 1024.0));
  }
}
