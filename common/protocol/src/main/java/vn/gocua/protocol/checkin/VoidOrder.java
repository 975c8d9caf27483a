package vn.gocua.protocol.checkin;

import vn.gocua.protocol.body.Max;

/** Why a check-in does not count. */
public record VoidOrder(@Max(60) String reason) {}
