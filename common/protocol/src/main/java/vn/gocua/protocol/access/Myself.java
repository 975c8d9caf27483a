package vn.gocua.protocol.access;

/** Whose session it is. */
public record Myself(String username, String role) {}
