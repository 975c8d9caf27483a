package vn.gocua.protocol.access;

/** The account of a session. */
public record Myself(String username, String role) {}
