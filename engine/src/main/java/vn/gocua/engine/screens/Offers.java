package vn.gocua.engine.screens;

import java.time.Duration;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Current offers of screens. A real screen asks every few seconds; after some minutes without
 * asking it is dropped. Of too many, those that asked the longest ago go first, so that a flood
 * drops no real screen.
 */
final class Offers {
  /** Some megabytes. */
  static final int MOST = 10_000;

  private static final long GONE = Duration.ofMinutes(3).toNanos();

  /** Time between two messages about the same offer to other nodes. */
  private static final long TOLD_EVERY = Duration.ofSeconds(20).toNanos();

  private final LongSupplier nanos;
  private final Consumer<Offer> notifyNodes;
  private final LinkedHashMap<String, Kept> byCode = new LinkedHashMap<>(64, 0.75f, true);

  private record Kept(Offer offer, long seen, long told) {}

  /**
   * @param nanos as {@link System#nanoTime}
   * @param notifyNodes sends offers that other nodes should {@link #receive}
   */
  public Offers(LongSupplier nanos, Consumer<Offer> notifyNodes) {
    this.nanos = nanos;
    this.notifyNodes = notifyNodes;
  }

  /** A screen's offer, which counts as asking again; empty without one. */
  @Nullable Offer seen(String code) {
    Kept kept = kept(code);
    if (kept == null) {
      return null;
    }
    keep(kept.offer(), false);
    return kept.offer();
  }

  /** An offer by its code, without counting as asking. */
  @Nullable Offer get(String code) {
    Kept kept = kept(code);
    return kept == null ? null : kept.offer();
  }

  /** A new offer, or a screen's next. */
  void make(Offer offer) {
    keep(offer, true);
  }

  /** Another node, or this one, has an offer. */
  void receive(Offer offer) {
    synchronized (byCode) {
      Kept known = byCode.get(offer.code());
      if (known == null || !offer.until().isBefore(known.offer().until())) {
        put(offer, nanos.getAsLong());
      }
    }
  }

  /** An offer was answered. */
  void drop(String code) {
    synchronized (byCode) {
      byCode.remove(code);
    }
  }

  /** The latest offers. */
  List<Offer> latest(int most) {
    synchronized (byCode) {
      long now = nanos.getAsLong();
      return byCode.values().stream()
          .filter(kept -> now - kept.seen() < GONE)
          .map(Kept::offer)
          .sorted(Comparator.comparing(Offer::offeredAt).reversed())
          .limit(most)
          .toList();
    }
  }

  int count() {
    synchronized (byCode) {
      return byCode.size();
    }
  }

  private @Nullable Kept kept(String code) {
    synchronized (byCode) {
      Kept kept = byCode.get(code);
      return kept == null || nanos.getAsLong() - kept.seen() >= GONE ? null : kept;
    }
  }

  private void keep(Offer offer, boolean news) {
    boolean tell;
    synchronized (byCode) {
      long now = nanos.getAsLong();
      Kept before = byCode.get(offer.code());
      tell = news || before == null || now - before.told() >= TOLD_EVERY;
      put(offer, tell || before == null ? now : before.told());
    }
    if (tell) {
      notifyNodes.accept(offer);
    }
  }

  private void put(Offer offer, long told) {
    long now = nanos.getAsLong();
    byCode.put(offer.code(), new Kept(offer, now, told));
    Iterator<Map.Entry<String, Kept>> oldest = byCode.entrySet().iterator();
    while (oldest.hasNext()) {
      boolean gone = now - oldest.next().getValue().seen() >= GONE;
      if (!gone && byCode.size() <= MOST) {
        return;
      }
      oldest.remove();
    }
  }
}
