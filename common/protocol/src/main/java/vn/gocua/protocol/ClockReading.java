package vn.gocua.protocol;

/**
 * What another clock shows.
 *
 * @param at ISO 8601, with an offset
 */
public record ClockReading(@Max(60) String at) {}
