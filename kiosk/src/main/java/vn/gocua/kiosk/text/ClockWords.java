package vn.gocua.kiosk.text;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** How far a clock is off, in words: roughly, as somebody says it who has to set it. */
public final class ClockWords {
  private ClockWords() {}

  /**
   * What is wrong with the server's clock.
   *
   * @param lackingSeconds what it lacks, negative if it is ahead; null if that is not known
   */
  public static String wrong(Texts texts, @Nullable Long lackingSeconds) {
    if (lackingSeconds == null) {
      return texts.get("clock.wrong");
    }
    String key = lackingSeconds > 0 ? "clock.slow" : "clock.fast";
    return texts.get(key, amount(texts, Duration.ofSeconds(Math.abs(lackingSeconds))));
  }

  private static String amount(Texts texts, Duration off) {
    if (off.toHours() >= 48) {
      return texts.get("desk.days", Math.round(off.toHours() / 24.0));
    }
    return off.toMinutes() >= 90
        ? texts.get("desk.hours", Math.round(off.toMinutes() / 60.0))
        : texts.get("desk.minutes", Math.max(1, Math.round(off.toSeconds() / 60.0)));
  }
}
