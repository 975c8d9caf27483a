package vn.gocua.protocol.campaign;

import vn.gocua.protocol.body.Max;

/**
 * Time of another clock.
 *
 * @param at ISO 8601, with an offset
 */
public record ClockReading(@Max(60) String at) {}
