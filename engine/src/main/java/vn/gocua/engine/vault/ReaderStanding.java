package vn.gocua.engine.vault;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A reader who came near a limit within the last day, or reached it.
 *
 * @param by the phone's or account's id
 * @param team of the phone; null for a leader
 * @param lastHour contacts newly read within the last hour
 * @param lastDay the same of 24 hours
 * @param full whether a limit was reached
 * @param since when it was reached, or come near to
 */
public record ReaderStanding(
    String by,
    @Nullable String team,
    boolean phone,
    int lastHour,
    int lastDay,
    boolean full,
    Instant since) {}
