package vn.gocua.protocol.campaign;

import java.time.OffsetDateTime;

/**
 * How the engine's clock stands.
 *
 * @param at what it shows
 * @param state {@code ok}, {@code off}, {@code unsure} or {@code doubtful}
 */
public record ClockState(OffsetDateTime at, String state) {}
