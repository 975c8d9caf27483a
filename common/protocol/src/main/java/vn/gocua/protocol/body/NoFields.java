package vn.gocua.protocol.body;

/** An optional body without fields. */
public record NoFields() {}
