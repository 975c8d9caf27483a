package vn.gocua.engine.state;

/**
 * A newer version of a stream.
 *
 * @param key of the stream
 * @param before this node's version before, 0 if none
 */
public record Change<S>(String key, Versioned<S> before, Versioned<S> now) {}
