package vn.gocua.protocol.checkin;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.gocua.protocol.body.Beyond;
import vn.gocua.protocol.body.Limits;
import vn.gocua.protocol.body.Max;
import vn.gocua.protocol.refusal.RequestReason;

/**
 * A check-in as it is sent.
 *
 * @param id a UUID that the sender has chosen; sent again, it counts once
 * @param minutes how long it took
 * @param helpRequest the number of the ticket that it was for
 * @param replaces id of the check-in that it corrects
 * @param clockOffset seconds that the sender's clock lacked when it was entered, if that is known
 */
public record CheckInItem(
    @Max(CheckInItem.ANY_LENGTH) String id,
    Instant occurredAt,
    @Max(Limits.CODE) String activity,
    @Beyond(reason = RequestReason.RESIDENTS_OUT_OF_RANGE, most = Limits.RESIDENTS) int residents,
    @Nullable @Max(value = Limits.GROUPS, reason = RequestReason.TOO_MANY_GROUPS)
        List<@Max(Limits.CODE) String> groups,
    @Nullable @Beyond(reason = RequestReason.MINUTES_OUT_OF_RANGE, most = Limits.MINUTES)
        Integer minutes,
    @Nullable @Max(Limits.CODE) String hamlet,
    @Nullable @Max(Limits.CODE) String helpRequest,
    @Nullable @Max(Limits.CODE) String replaces,
    @Nullable Double clockOffset) {
  /** A wrong id is read at any length, because the answer quotes it. */
  private static final int ANY_LENGTH = 1 << 20;

  /** A check-in without optional values but these; its time needs no repair. */
  public static CheckInItem of(
      String id,
      Instant occurredAt,
      String activity,
      int residents,
      List<String> groups,
      @Nullable String hamlet) {
    return new CheckInItem(
        id, occurredAt, activity, residents, groups, null, hamlet, null, null, null);
  }
}
