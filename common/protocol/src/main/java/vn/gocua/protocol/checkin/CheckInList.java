package vn.gocua.protocol.checkin;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A team's check-ins, newest first. */
public record CheckInList(List<Row> checkIns) {

  /**
   * One of them.
   *
   * @param by the phone or account that sent it
   * @param channel {@code paper}; null for a phone
   * @param hourKnown false if only the day is known; else null
   * @param voided the reason's code; null while it counts
   */
  public record Row(
      String id,
      Instant occurredAt,
      Instant receivedAt,
      String activity,
      long residents,
      List<String> groups,
      @Nullable Integer minutes,
      @Nullable String hamlet,
      @Nullable String helpRequest,
      @Nullable String replaces,
      @Nullable String voided,
      @Nullable String by,
      @Nullable String channel,
      @Nullable Boolean hourKnown,
      @Nullable Instant voidedAt,
      @Nullable String voidedBy,
      @Nullable String replacedBy) {
    /** Whether only the day is known: it came on paper that says no more. */
    public boolean ofADayOnly() {
      return Boolean.FALSE.equals(hourKnown);
    }
  }

  public CheckInList {
    checkIns = List.copyOf(checkIns);
  }
}
