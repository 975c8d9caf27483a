package vn.gocua.protocol.campaign;

import vn.gocua.protocol.body.Range;

/**
 * The campaign is to end now.
 *
 * @param lateHours for how long phones may still deliver what happened before
 */
public record ClosingOrder(@Range(min = 0, max = 24 * 30) int lateHours) {}
