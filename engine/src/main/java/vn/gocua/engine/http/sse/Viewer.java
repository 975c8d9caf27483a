package vn.gocua.engine.http.sse;

import io.vertx.core.http.HttpServerResponse;
import org.jspecify.annotations.Nullable;

/** One viewer and its revisions. */
final class Viewer<G> {
  final HttpServerResponse response;
  final @Nullable String principal;
  final G group;

  /** A revision of each source. */
  final long[] seen;

  /** Whether an update had to wait for the write in progress. */
  boolean missed;

  private final long since = now();

  /** Start of the write in progress; 0 for none. */
  private long writingSince;

  Viewer(HttpServerResponse response, @Nullable String principal, G group, long[] seen) {
    this.response = response;
    this.principal = principal;
    this.group = group;
    this.seen = seen;
  }

  boolean isWriting() {
    return writingSince != 0;
  }

  void began() {
    writingSince = now();
  }

  /** The write has ended; whether something was missed meanwhile. */
  boolean finished() {
    writingSince = 0;
    boolean asks = missed;
    missed = false;
    return asks;
  }

  /** In milliseconds. */
  long age() {
    return now() - since;
  }

  /** Milliseconds since the start of the write in progress. */
  long stuckFor() {
    return isWriting() ? now() - writingSince : 0;
  }

  private static long now() {
    return System.nanoTime() / 1_000_000;
  }
}
