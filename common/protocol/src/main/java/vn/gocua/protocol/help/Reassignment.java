package vn.gocua.protocol.help;

import vn.gocua.protocol.body.Max;

/** The team that is to take a request over. */
public record Reassignment(@Max(60) String team) {}
