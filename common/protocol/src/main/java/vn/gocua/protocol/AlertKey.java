package vn.gocua.protocol;

/** Which alert is meant. */
public record AlertKey(@Max(120) String key) {}
