package vn.gocua.engine.export;

import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.gocua.engine.checkin.event.CheckIn;

/**
 * A check-in for exports, times in the campaign's zone.
 *
 * @param at when it happened, the phone's clock repaired
 * @param hourKnown false if only the day is known
 * @param channel null for a phone
 * @param voided the reason's code; null while it counts
 */
record CheckInRow(
    String id,
    LocalDateTime at,
    boolean hourKnown,
    LocalDateTime receivedAt,
    CheckIn checkIn,
    @Nullable String channel,
    @Nullable String voided,
    @Nullable LocalDateTime voidedAt) {

  public boolean counts() {
    return voided == null;
  }

  /** Time of the day; null if unknown. */
  @Nullable LocalTime time() {
    return hourKnown ? at.toLocalTime().withNano(0) : null;
  }

  List<String> groups() {
    return checkIn.groups();
  }
}
