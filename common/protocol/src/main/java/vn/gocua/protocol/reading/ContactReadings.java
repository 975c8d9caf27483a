package vn.gocua.protocol.reading;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who came near the limit of readings within 24 hours, or reached it.
 *
 * @param limits contacts newly read; 0: no limit
 */
public record ContactReadings(Limits limits, List<Reader> readers) {
  public static final ContactReadings NONE = new ContactReadings(new Limits(0, 0, 0, 0), List.of());

  public ContactReadings {
    readers = List.copyOf(readers);
  }

  /** Limits by reader and time. */
  public record Limits(int phoneHour, int phoneDay, int leaderHour, int leaderDay) {}

  /**
   * One reader.
   *
   * @param by the phone's id or the account's name
   * @param team of the phone; null for a leader
   * @param lastHour contacts newly read within the last hour
   * @param lastDay the same of 24 hours
   * @param full whether a limit was reached
   * @param since when it was reached, or come near to
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Reader(
      String by,
      @Nullable String team,
      int lastHour,
      int lastDay,
      boolean full,
      OffsetDateTime since) {}
}
