package vn.gocua.engine.checkin;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Sender and time of a batch.
 *
 * @param by the device or account
 * @param sentAt by the phone's clock; null if it can't be compared any more
 * @param channel null for a phone
 * @param atAnyTime whether corrections may come late, as a leader's may
 * @param dated whether a person, and no clock, gave the day
 */
public record Submission(
    String team,
    String by,
    Instant receivedAt,
    @Nullable Instant sentAt,
    @Nullable String channel,
    boolean atAnyTime,
    boolean dated) {

  /** A phone's own upload. */
  public static Submission ofPhone(
      String team, String phone, Instant receivedAt, @Nullable Instant sentAt) {
    return new Submission(team, phone, receivedAt, sentAt, null, false, false);
  }

  /** A leader's entry. No clock is repaired. */
  public static Submission ofLeader(
      String team, String leader, Instant receivedAt, @Nullable String channel) {
    return new Submission(team, leader, receivedAt, null, channel, true, true);
  }

  /** A phone's backup that a leader uploads. */
  public static Submission ofBackup(String team, String leader, Instant receivedAt) {
    return new Submission(team, leader, receivedAt, null, null, true, false);
  }
}
