package vn.gocua.engine.export;

import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.gocua.engine.checkin.CheckIn;

/**
 * A check-in as it is told outside, times in the campaign's zone.
 *
 * @param at when it happened, the phone's clock repaired
 * @param channel null for a phone
 * @param voided the reason's code; null while it counts
 */
public record CheckInRow(
    String id,
    LocalDateTime at,
    LocalDateTime receivedAt,
    CheckIn checkIn,
    @Nullable String channel,
    @Nullable String voided,
    @Nullable LocalDateTime voidedAt) {

  public boolean counts() {
    return voided == null;
  }

  List<String> groups() {
    return checkIn.groups();
  }
}
