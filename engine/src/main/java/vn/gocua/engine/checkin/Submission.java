package vn.gocua.engine.checkin;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Who sent a batch and when.
 *
 * @param by the device or account
 * @param sentAt by the phone's clock; null if nobody can compare that any more
 * @param channel null for a phone
 * @param atAnyTime whether corrections may come late, as a leader's may
 * @param dated whether a person wrote down the day, and no clock did
 */
public record Submission(
    String team,
    String by,
    Instant receivedAt,
    @Nullable Instant sentAt,
    @Nullable String channel,
    boolean atAnyTime,
    boolean dated) {

  /** What a phone sends itself. */
  public static Submission ofPhone(
      String team, String phone, Instant receivedAt, @Nullable Instant sentAt) {
    return new Submission(team, phone, receivedAt, sentAt, null, false, false);
  }

  /** What a leader enters: nobody's clock is repaired. */
  public static Submission ofLeader(
      String team, String leader, Instant receivedAt, @Nullable String channel) {
    return new Submission(team, leader, receivedAt, null, channel, true, true);
  }

  /** What a leader takes in of a phone's. */
  public static Submission ofBackup(String team, String leader, Instant receivedAt) {
    return new Submission(team, leader, receivedAt, null, null, true, false);
  }
}
