package vn.gocua.kiosk.screen;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.gocua.protocol.board.BoardMessage.Standing;

/** The engine's judgement of a pace; shown as colour, sign and word together. */
public enum PaceLevel {
  ON_TARGET,
  CLOSE,
  BEHIND,
  /** At work already, before anything is expected. */
  EARLY,
  /** At work without a target, so nothing can be expected. */
  NO_TARGET,
  /** No check-in yet, or no judgement. */
  NONE;

  public static PaceLevel of(@Nullable Standing standing) {
    if (standing == null || standing.checkIns() == 0) {
      return NONE;
    }
    PaceLevel judged = of(standing.level());
    if (judged != NONE) {
      return judged;
    }
    return standing.target() == 0 ? NO_TARGET : EARLY;
  }

  /** The engine's judgement; {@link #NONE} without one, and for a word that is newer. */
  public static PaceLevel of(@Nullable String word) {
    return switch (word) {
      case "on-target" -> ON_TARGET;
      case "close" -> CLOSE;
      case "behind" -> BEHIND;
      case null, default -> NONE;
    };
  }

  /** Code in style sheets and texts. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
