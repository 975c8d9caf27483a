package vn.gocua.engine.checkin.event;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.gocua.engine.checkin.VoidReason;

/** The facts from which the tallies are folded. */
public sealed interface CheckInFact {

  /** A check-in was recorded. */
  record CheckInRecorded(CheckIn checkIn, Reception reception) implements CheckInFact {}

  /**
   * Data of the try that recorded a check-in.
   *
   * @param at when it happened, by the repaired clock; decides its day
   * @param receivedAt when the engine got it
   * @param sentAt when it was sent, by the phone's clock
   * @param by the device or account that sent it
   * @param channel {@link #PAPER}, or null for a phone
   */
  record Reception(
      Instant at,
      Instant receivedAt,
      @Nullable Instant sentAt,
      String by,
      @Nullable String channel) {

    /** Reception from a phone. */
    public Reception(Instant at, Instant receivedAt, @Nullable Instant sentAt, String by) {
      this(at, receivedAt, sentAt, by, null);
    }

    /**
     * Whether the hour is known. A paper with a day only has the day's first moment.
     *
     * @param zone the campaign's
     */
    public boolean hourIsKnown(ZoneId zone) {
      return !PAPER.equals(channel) || !at.atZone(zone).toLocalTime().equals(LocalTime.MIDNIGHT);
    }
  }

  /** Channel of a team's paper report, entered by a leader. */
  String PAPER = "paper";

  /** A check-in was voided; carries the values to take away. */
  record CheckInVoided(VoidedValues values, VoidReception reception) implements CheckInFact {}

  /** Values of the voided check-in. */
  record VoidedValues(String checkIn, String activity, int residents, List<String> groups) {}

  /**
   * Why, when and by whom a check-in was voided.
   *
   * @param reason one of {@link VoidReason}'s codes
   * @param replacedBy id of the check-in that corrects it; null if it was just voided
   */
  record VoidReception(String reason, Instant at, String by, @Nullable String replacedBy) {}
}
