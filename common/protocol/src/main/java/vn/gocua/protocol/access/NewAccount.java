package vn.gocua.protocol.access;

import vn.gocua.protocol.body.Max;

/** An account that is to be opened. */
public record NewAccount(@Max(60) String username, @Max(20) String role) {}
