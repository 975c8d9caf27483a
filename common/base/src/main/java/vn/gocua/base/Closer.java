package vn.gocua.base;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a program has opened, to be closed in the reverse order: nothing taken is left unwritten.
 */
public final class Closer implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Closer.class);

  /** How long work that was told to stop may take to do so. */
  private static final long PATIENCE_SECONDS = 5;

  private final Deque<AutoCloseable> open = new ArrayDeque<>();

  /** Takes something that is to be closed, and gives it back. */
  public <T extends AutoCloseable> T opened(T part) {
    open.push(part);
    return part;
  }

  @Override
  public void close() {
    while (!open.isEmpty()) {
      AutoCloseable part = open.pop();
      try {
        if (part instanceof ExecutorService executor) {
          executor.shutdownNow();
          executor.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } else {
          part.close();
        }
      } catch (Exception e) {
        log.warn("{} did not close", part.getClass().getSimpleName(), e);
      }
    }
  }
}
