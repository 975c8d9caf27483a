package vn.gocua.protocol.help;

import vn.gocua.protocol.body.Max;

/** Why a leader strikes a request off. */
public record Cancellation(@Max(60) String reason) {}
