package vn.gocua.protocol.board;

import vn.gocua.protocol.body.Max;

/** Key of an alert. */
public record AlertKey(@Max(120) String key) {}
