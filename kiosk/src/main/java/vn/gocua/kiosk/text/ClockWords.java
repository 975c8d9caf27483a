package vn.gocua.kiosk.text;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What is wrong with a clock, in words: roughly, as somebody says it who has to set it. */
public final class ClockWords {
  private ClockWords() {}

  /**
   * The server's clock is wrong.
   *
   * @param lackingSeconds what it lacks, negative if it is ahead; null if that is not known
   */
  public static String wrong(Texts texts, @Nullable Long lackingSeconds) {
    return lackingSeconds == null
        ? texts.get("clock.wrong")
        : texts.get(direction("clock", lackingSeconds), amount(texts, lackingSeconds));
  }

  /**
   * Nobody can tell whether the server's clock is right.
   *
   * @param lackingSeconds what it may lack; null if that is not known
   * @param teams whose phones say so; empty if none does
   */
  public static String unsure(Texts texts, @Nullable Long lackingSeconds, String teams) {
    if (lackingSeconds == null) {
      return texts.get("clock.unsure");
    }
    String amount = amount(texts, lackingSeconds);
    return teams.isEmpty()
        ? texts.get(direction("clock.unsure", lackingSeconds), amount)
        : texts.get(direction("clock.unsure.phones", lackingSeconds), amount, teams);
  }

  /**
   * A phone's clock is not believed.
   *
   * @param lackingSeconds what the server's lacks by it: positive if the phone is ahead
   */
  public static String phone(Texts texts, String team, long lackingSeconds) {
    return texts.get(
        direction("clock.phone", -lackingSeconds), amount(texts, lackingSeconds), team);
  }

  private static String direction(String key, long lackingSeconds) {
    return key + (lackingSeconds > 0 ? ".slow" : ".fast");
  }

  private static String amount(Texts texts, long lackingSeconds) {
    Duration off = Duration.ofSeconds(Math.abs(lackingSeconds));
    if (off.toHours() >= 48) {
      return texts.get("desk.days", Math.round(off.toHours() / 24.0));
    }
    return off.toMinutes() >= 90
        ? texts.get("desk.hours", Math.round(off.toMinutes() / 60.0))
        : texts.get("desk.minutes", Math.max(1, Math.round(off.toSeconds() / 60.0)));
  }
}
