package vn.gocua.protocol.board;

import vn.gocua.protocol.body.Max;

/** Which alert is meant. */
public record AlertKey(@Max(120) String key) {}
