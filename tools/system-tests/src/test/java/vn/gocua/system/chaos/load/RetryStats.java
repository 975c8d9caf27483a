package vn.gocua.system.chaos.load;

import java.time.Duration;

/** What clients had to put up with. Safe for threads. */
public final class RetryStats {
  private long retries;
  private long comeBackLater;
  private long longestBlockedNanos;
  private long longestStaleNanos;
  private long slowestNanos;
  private long requests;

  /** A request's fate was unknown. */
  synchronized void retry() {
    retries++;
  }

  /** A request was refused for the moment: 503 with Retry-After. */
  synchronized void comeBackLater() {
    comeBackLater++;
  }

  /** A request was answered after so long. */
  synchronized void answered(long nanos) {
    requests++;
    slowestNanos = Math.max(slowestNanos, nanos);
  }

  /** A phone could not write for so long. */
  synchronized void blocked(long nanos) {
    longestBlockedNanos = Math.max(longestBlockedNanos, nanos);
  }

  /** Something acknowledged was not yet seen by a viewer for so long. */
  synchronized void stale(long nanos) {
    longestStaleNanos = Math.max(longestStaleNanos, nanos);
  }

  /** Requests that were answered. */
  public synchronized long requests() {
    return requests;
  }

  public synchronized long retries() {
    return retries;
  }

  public synchronized long toldToComeBack() {
    return comeBackLater;
  }

  public synchronized Duration longestBlocked() {
    return Duration.ofNanos(longestBlockedNanos);
  }

  public synchronized Duration longestStale() {
    return Duration.ofNanos(longestStaleNanos);
  }

  public synchronized Duration slowestAnswer() {
    return Duration.ofNanos(slowestNanos);
  }
}
