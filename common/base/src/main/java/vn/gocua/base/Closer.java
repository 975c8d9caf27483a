package vn.gocua.base;

import java.util.ArrayDeque;
import java.util.Deque;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Closes a program's resources in the reverse order of opening, so that accepted work is still
 * written.
 */
public final class Closer implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Closer.class);

  private final Deque<AutoCloseable> open = new ArrayDeque<>();

  /** Registers a resource to be closed, and returns it. */
  public <T extends AutoCloseable> T opened(T part) {
    open.push(part);
    return part;
  }

  @Override
  public void close() {
    while (!open.isEmpty()) {
      AutoCloseable part = open.pop();
      try {
        part.close();
      } catch (Exception e) {
        log.warn("{} did not close", part.getClass().getSimpleName(), e);
      }
    }
  }
}
