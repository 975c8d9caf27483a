package vn.gocua.engine.access;

/**
 * Somebody may do nothing any more: said on the event bus of all nodes, by a phone's or session's
 * id.
 */
public final class ShutOut {
  /** The event bus address. */
  public static final String ADDRESS = "access/shut-out";

  private ShutOut() {}
}
