package vn.gocua.kiosk.desk;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import vn.gocua.kiosk.text.Figures;
import vn.gocua.kiosk.text.Texts;

/** The desk's language and its way to write numbers and times. */
public final class DeskWords {
  private final Texts texts;
  private final Figures figures;

  public DeskWords(Locale locale) {
    texts = Texts.in(locale);
    figures = new Figures(locale);
  }

  public Locale locale() {
    return texts.locale();
  }

  public String text(String key, Object... args) {
    return texts.get("desk." + key, args);
  }

  /** A text that the wall has too. */
  public String wall(String key, Object... args) {
    return texts.get("wall." + key, args);
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

  /** How long something has lasted, in its largest unit. */
  public String lasting(Duration time) {
    if (time.toMinutes() < 60) {
      return text("minutes", count(Math.max(1, time.toMinutes())));
    }
    return time.toHours() < 48
        ? text("hours", count(time.toHours()))
        : text("days", count(time.toDays()));
  }

  /** How long ago something was. */
  public String ago(Duration time) {
    return time.toMinutes() < 1 ? text("justNow") : text("ago", lasting(time));
  }

  /** 09:31 on the same day, else with the date. */
  public String moment(Instant then, Instant now, ZoneId zone) {
    String clock = Figures.clock(then, zone);
    return then.atZone(zone).toLocalDate().equals(now.atZone(zone).toLocalDate())
        ? clock
        : clock + " " + Figures.date(then.atZone(zone).toLocalDate());
  }
}
