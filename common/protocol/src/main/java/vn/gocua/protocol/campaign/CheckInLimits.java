package vn.gocua.protocol.campaign;

import vn.gocua.protocol.body.Limits;

/**
 * Bounds of one check-in and of one upload.
 *
 * @param residents helped, at most
 * @param minutes at most
 * @param groups of residents, at most
 * @param checkIns in one upload, at most
 */
public record CheckInLimits(int residents, int minutes, int groups, int checkIns) {
  /** Those of this engine. */
  public static final CheckInLimits OWN =
      new CheckInLimits(Limits.RESIDENTS, Limits.MINUTES, Limits.GROUPS, Limits.CHECK_INS);
}
