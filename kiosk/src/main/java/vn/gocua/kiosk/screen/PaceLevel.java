package vn.gocua.kiosk.screen;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.gocua.protocol.board.BoardMessage.Standing;

/** A team's progress against the expected one; shown as colour, sign and word together. */
public enum PaceLevel {
  ON_TARGET,
  CLOSE,
  BEHIND,
  /** At work already, before anything is expected. */
  EARLY,
  /** No check-in yet. */
  NONE;

  private static final double TARGET = 1.0;
  private static final double NEAR = 0.7;

  public static PaceLevel of(@Nullable Standing standing) {
    if (standing == null || standing.checkIns() == 0) {
      return NONE;
    }
    Double pace = standing.pace();
    if (pace == null) {
      return EARLY;
    }
    return pace >= TARGET ? ON_TARGET : pace >= NEAR ? CLOSE : BEHIND;
  }

  /** Code in style sheets and texts. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
