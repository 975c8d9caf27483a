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
  record CheckInRecorded(CheckIn checkIn, Reception receipt) implements CheckInFact {}

  /**
   * What one try added to a check-in.
   *
   * @param at when it happened, the phone's clock repaired: decides its day
   * @param receivedAt when the engine got it
   * @param sentAt when the phone says it sent it
   * @param by the device or account that sent it
   * @param channel {@link #PAPER}, or null for a phone
   */
  record Reception(
      Instant at,
      Instant receivedAt,
      @Nullable Instant sentAt,
      String by,
      @Nullable String channel) {

    /** As the other, from a phone. */
    public Reception(Instant at, Instant receivedAt, @Nullable Instant sentAt, String by) {
      this(at, receivedAt, sentAt, by, null);
    }

    /**
     * Whether the time of the day is known. A paper that names the day only stands at the day's
     * first moment, which then says nothing of the hour.
     *
     * @param zone the campaign's
     */
    public boolean hourIsKnown(ZoneId zone) {
      return !PAPER.equals(channel) || !at.atZone(zone).toLocalTime().equals(LocalTime.MIDNIGHT);
    }
  }

  /** Of what a leader entered from a team's paper report. */
  String PAPER = "paper";

  /** A check-in was taken back; carries the values to take away. */
  record CheckInVoided(VoidedValues values, VoidReception receipt) implements CheckInFact {}

  /** What the voided check-in had counted. */
  record VoidedValues(String checkIn, String activity, int residents, List<String> groups) {}

  /**
   * Why, when and by whom a check-in was taken back.
   *
   * @param reason one of {@link VoidReason}'s codes
   * @param replacedBy id of the check-in that corrects it; null if it was just taken back
   */
  record VoidReception(String reason, Instant at, String by, @Nullable String replacedBy) {}
}
