package vn.gocua.kiosk.web.door;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import vn.gocua.base.time.Pacer.Timer;

/**
 * Admits so many a second, from each network in turn: a single visitor does not wait behind another
 * network's crowd. Thread-safe.
 */
final class Turnstile {
  private final long nanosEach;
  private final int burst;
  private final int mostWaiting;
  private final Timer timer;
  private final Map<String, Deque<CompletableFuture<Boolean>>> lines = new LinkedHashMap<>();
  private int waiting;
  private boolean turning;

  /** When its full rate is available again. */
  private long restedAt = System.nanoTime();

  /**
   * @param perSecond how many go through
   * @param burst how many go through at once after a rest
   * @param mostWaiting in all lines together
   */
  Turnstile(int perSecond, int burst, int mostWaiting, Timer timer) {
    this.nanosEach = Duration.ofSeconds(1).toNanos() / perSecond;
    this.burst = burst;
    this.mostWaiting = mostWaiting;
    this.timer = timer;
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
        timer.after(untilFree(), this::turn);
      }
    }
    return turn.join();
  }

  /** Number of waiting visitors. */
  synchronized int waiting() {
    return waiting;
  }

  private boolean isFree() {
    long now = System.nanoTime();
    if (restedAt - now > nanosEach * (burst - 1)) {
      return false;
    }
    restedAt = (restedAt - now < 0 ? now : restedAt) + nanosEach;
    return true;
  }

  private Duration untilFree() {
    long nanos = restedAt - System.nanoTime() - nanosEach * (burst - 1);
    return Duration.ofNanos(Math.max(0, nanos));
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

  /** Admits the visitors whose time has come, and plans the next turn. */
  private void turn() {
    List<CompletableFuture<Boolean>> through = new ArrayList<>();
    synchronized (this) {
      while (waiting > 0 && isFree()) {
        through.add(next());
      }
      turning = waiting > 0;
      if (turning) {
        timer.after(untilFree(), this::turn);
      }
    }
    through.forEach(turn -> turn.complete(true));
  }

  private CompletableFuture<Boolean> next() {
    Map.Entry<String, Deque<CompletableFuture<Boolean>>> first = lines.entrySet().iterator().next();
    lines.remove(first.getKey());
    CompletableFuture<Boolean> next = first.getValue().remove();
    waiting--;
    if (!first.getValue().isEmpty()) {
      lines.put(first.getKey(), first.getValue());
    }
    return next;
  }
}
