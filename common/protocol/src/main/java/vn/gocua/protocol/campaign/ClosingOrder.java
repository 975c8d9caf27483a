package vn.gocua.protocol.campaign;

import vn.gocua.protocol.body.Range;

/**
 * Order to end the campaign now.
 *
 * @param lateHours how long phones may still deliver earlier check-ins
 */
public record ClosingOrder(@Range(min = 0, max = 24 * 30) int lateHours) {}
