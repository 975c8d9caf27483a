package vn.gocua.protocol.checkin;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.gocua.protocol.body.Item;
import vn.gocua.protocol.body.Limits;
import vn.gocua.protocol.body.Max;
import vn.gocua.protocol.refusal.RequestReason;

/**
 * Check-ins that a leader enters for a team.
 *
 * @param channel {@code paper}; null for others
 */
public record EnteredCheckIns(
    @Nullable @Max(Limits.CODE) String channel,
    @Max(value = Limits.CHECK_INS, reason = RequestReason.TOO_MANY_CHECK_INS)
        List<Item<CheckInItem>> checkIns) {
  /** An upload of existing items. */
  public static EnteredCheckIns of(@Nullable String channel, List<CheckInItem> items) {
    return new EnteredCheckIns(
        channel, items.stream().<Item<CheckInItem>>map(Item.Read::new).toList());
  }
}
