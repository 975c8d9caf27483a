package vn.gocua.kiosk.feed;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import vn.gocua.base.text.Language;
import vn.gocua.base.text.Texts;

/** Sentences about clocks, with rounded times. */
final class ClockTexts {
  private ClockTexts() {}

  /**
   * The server's clock is wrong.
   *
   * @param lackingSeconds how far it is behind, negative if it is ahead; null if unknown
   */
  static String wrong(Language language, @Nullable Long lackingSeconds) {
    return lackingSeconds == null
        ? say(language, "clock.wrong")
        : say(language, direction("clock", lackingSeconds), amount(language, lackingSeconds));
  }

  /**
   * The server's clock may be wrong.
   *
   * @param lackingSeconds how far it may be behind; null if unknown
   * @param teams of the contradicting phones; empty without any
   */
  static String unsure(Language language, @Nullable Long lackingSeconds, String teams) {
    if (lackingSeconds == null) {
      return say(language, "clock.unsure");
    }
    String amount = amount(language, lackingSeconds);
    return teams.isEmpty()
        ? say(language, direction("clock.unsure", lackingSeconds), amount)
        : say(language, direction("clock.unsure.phones", lackingSeconds), amount, teams);
  }

  /**
   * A phone's clock is wrong.
   *
   * @param lackingSeconds how far the server's is behind it: positive if the phone is ahead
   */
  static String phone(Language language, String team, long lackingSeconds) {
    return say(
        language,
        direction("clock.phone", -lackingSeconds),
        amount(language, lackingSeconds),
        team);
  }

  private static String direction(String key, long lackingSeconds) {
    return key + (lackingSeconds > 0 ? ".slow" : ".fast");
  }

  private static String amount(Language language, long lackingSeconds) {
    Duration off = Duration.ofSeconds(Math.abs(lackingSeconds));
    if (off.toHours() >= 48) {
      return Texts.of("desk", language).get("days", Math.round(off.toHours() / 24.0));
    }
    return off.toMinutes() >= 90
        ? Texts.of("desk", language).get("hours", Math.round(off.toMinutes() / 60.0))
        : Texts.of("desk", language)
            .get("minutes", Math.max(1, Math.round(off.toSeconds() / 60.0)));
  }

  private static String say(Language language, String key, Object... arguments) {
    return Texts.of("wall", language).get(key, arguments);
  }
}
