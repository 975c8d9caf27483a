package vn.gocua.protocol.access;

import vn.gocua.protocol.body.Max;

/** New role of an account. */
public record RoleChange(@Max(20) String role) {}
