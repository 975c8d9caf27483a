package vn.gocua.protocol.body;

/** A body that may be there and says nothing: no field is taken in it. */
public record NoFields() {}
