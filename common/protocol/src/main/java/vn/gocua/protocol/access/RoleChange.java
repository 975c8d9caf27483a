package vn.gocua.protocol.access;

import vn.gocua.protocol.body.Max;

/** What an account may do from now on. */
public record RoleChange(@Max(20) String role) {}
