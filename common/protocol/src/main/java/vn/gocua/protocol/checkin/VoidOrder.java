package vn.gocua.protocol.checkin;

/** Why a check-in does not count. */
public record VoidOrder(String reason) {}
