package vn.gocua.engine.state;

/**
 * A stream is newer than this node knew.
 *
 * @param key of the stream
 * @param before what this node knew, version 0 if nothing
 */
public record Change<S>(String key, Versioned<S> before, Versioned<S> now) {}
