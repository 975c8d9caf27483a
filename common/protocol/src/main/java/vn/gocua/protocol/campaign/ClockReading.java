package vn.gocua.protocol.campaign;

import vn.gocua.protocol.body.Max;

/**
 * What another clock shows.
 *
 * @param at ISO 8601, with an offset
 */
public record ClockReading(@Max(60) String at) {}
