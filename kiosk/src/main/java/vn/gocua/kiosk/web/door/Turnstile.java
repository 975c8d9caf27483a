package vn.gocua.kiosk.web.door;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Lets so many a second through, from each network in turn: whoever comes alone does not wait
 * behind a crowd from elsewhere. Safe for threads.
 */
final class Turnstile {
  private final long nanosEach;
  private final int burst;
  private final int mostWaiting;
  private final Map<String, Deque<CompletableFuture<Boolean>>> lines = new LinkedHashMap<>();
  private int waiting;
  private boolean turning;

  /** When it will be as fresh as at the beginning. */
  private long restedAt = System.nanoTime();

  /**
   * @param perSecond how many go through
   * @param burst how many go through at once after a rest
   * @param mostWaiting in all lines together
   */
  Turnstile(int perSecond, int burst, int mostWaiting) {
    this.nanosEach = Duration.ofSeconds(1).toNanos() / perSecond;
    this.burst = burst;
    this.mostWaiting = mostWaiting;
  }

  /**
   * Waits for its turn. Blocks.
   *
   * @return false if too many wait already; the newest of the longest line is sent away
   */
  boolean pass(String network) {
    CompletableFuture<Boolean> turn = new CompletableFuture<>();
    synchronized (this) {
      if (waiting == 0 && isFree()) {
        return true;
      }
      if (waiting >= mostWaiting && !makeRoom(network)) {
        return false;
      }
      lines.computeIfAbsent(network, _ -> new ArrayDeque<>()).addLast(turn);
      waiting++;
      if (!turning) {
        turning = true;
        Thread.ofVirtual().name("turnstile").start(this::turn);
      }
    }
    return turn.join();
  }

  /** How many wait. */
  synchronized int waiting() {
    return waiting;
  }

  private boolean isFree() {
    long now = System.nanoTime();
    if (untilFree(now) > 0) {
      return false;
    }
    restedAt = (restedAt - now < 0 ? now : restedAt) + nanosEach;
    return true;
  }

  private long untilFree(long now) {
    return restedAt - now - nanosEach * (burst - 1);
  }

  /**
   * Sends the newest of the longest line away, unless this network's is as long, or all are one.
   */
  private boolean makeRoom(String network) {
    Deque<CompletableFuture<Boolean>> longest = new ArrayDeque<>();
    for (Deque<CompletableFuture<Boolean>> line : lines.values()) {
      longest = line.size() > longest.size() ? line : longest;
    }
    Deque<CompletableFuture<Boolean>> own = lines.get(network);
    if (longest.size() <= Math.max(1, own == null ? 0 : own.size())) {
      return false;
    }
    longest.removeLast().complete(false);
    waiting--;
    lines.values().removeIf(Deque::isEmpty);
    return true;
  }

  private void turn() {
    while (true) {
      CompletableFuture<Boolean> next = null;
      long wait;
      synchronized (this) {
        if (waiting == 0) {
          turning = false;
          return;
        }
        wait = untilFree(System.nanoTime());
        if (wait <= 0 && isFree()) {
          next = next();
        }
      }
      if (next != null) {
        next.complete(true);
      } else {
        LockSupport.parkNanos(wait);
      }
    }
  }

  private @Nullable CompletableFuture<Boolean> next() {
    Map.Entry<String, Deque<CompletableFuture<Boolean>>> first = lines.entrySet().iterator().next();
    lines.remove(first.getKey());
    CompletableFuture<Boolean> next = first.getValue().poll();
    waiting--;
    if (!first.getValue().isEmpty()) {
      lines.put(first.getKey(), first.getValue());
    }
    return next;
  }
}
