package vn.gocua.protocol.checkin;

/** A check-in that does not count from now on. */
public record VoidedCheckIn(String id, boolean voided) {}
