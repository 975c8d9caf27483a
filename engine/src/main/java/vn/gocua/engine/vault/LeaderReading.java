package vn.gocua.engine.vault;

import java.time.Instant;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.gocua.protocol.reading.ReadingOrder;
import vn.gocua.protocol.reading.ReadingReason;
import vn.gocua.protocol.refusal.Refusal;

/**
 * A leader who wants to read contacts.
 *
 * @param reason null if a client of before asked, which did not say why
 * @param note words beside the reason, without personal data
 */
public record LeaderReading(
    String username, @Nullable ReadingGrounds reason, @Nullable String note, Instant at) {
  /** As many digits as a phone number has, however they are written. */
  private static final Pattern NUMBER = Pattern.compile("(?:[0-9][ .()/+-]*){7}");

  /** Without a word why. */
  public LeaderReading(String username, Instant at) {
    this(username, null, null, at);
  }

  /**
   * With a word why.
   *
   * @throws Refusal if the reason is not known, needs a note, or the note has a phone number
   */
  public static LeaderReading saying(String username, ReadingOrder order, Instant at) {
    ReadingGrounds reason =
        ReadingGrounds.of(order.reason())
            .orElseThrow(() ->
                Refusal.of(
                    ReadingReason.UNKNOWN_READING_REASON, order.reason(), ReadingGrounds.codes()));
    String note = order.note() == null || order.note().isBlank() ? null : order.note().strip();
    if (note == null && reason == ReadingGrounds.OTHER) {
      throw Refusal.of(ReadingReason.READING_NOTE_NEEDED);
    }
    if (note != null && NUMBER.matcher(note).find()) {
      throw Refusal.of(ReadingReason.READING_NOTE_HAS_NUMBER);
    }
    return new LeaderReading(username, reason, note, at);
  }
}
