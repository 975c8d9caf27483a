package vn.gocua.engine.campaign;

/**
 * Something with a stable code (kept in events) and a name (shown to people): an activity, a
 * priority group, a hamlet.
 */
public record CodedName(String code, String name) {}
