package vn.gocua.engine.access;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.gocua.engine.access.state.AccessFact;
import vn.gocua.engine.access.state.AccessFact.TotpCodeRefused;
import vn.gocua.engine.access.state.AccessFact.TotpStepUsed;

/**
 * Used codes and wrong codes of an account's authenticators. Kept in the journal, so that it holds
 * on every node and after a restart.
 *
 * @param bySeed one entry for each authenticator
 */
record TotpUse(Map<String, OfSeed> bySeed) {
  /** Wrong codes in a row after which none is judged for a long while. */
  static final int MOST_WRONG = 10;

  static final Duration STOPPED = Duration.ofHours(12);

  static final TotpUse NONE = new TotpUse(Map.of());

  TotpUse {
    bySeed = Map.copyOf(bySeed);
  }

  /**
   * Use of one authenticator.
   *
   * @param lastStep the latest step that was used; negative if none was
   */
  record OfSeed(long lastStep, Wrong strangers, Wrong known) {
    private static final OfSeed NEW = new OfSeed(-1, Wrong.NONE, Wrong.NONE);

    /** A right code makes its own kind's wrong ones forgotten, not the others'. */
    private OfSeed used(long step, boolean byKnown) {
      long last = Math.max(lastStep, step);
      return byKnown
          ? new OfSeed(last, strangers, Wrong.NONE)
          : new OfSeed(last, Wrong.NONE, known);
    }

    private OfSeed refused(boolean byKnown, Instant at) {
      return byKnown
          ? new OfSeed(lastStep, strangers, known.andOneMore(at))
          : new OfSeed(lastStep, strangers.andOneMore(at), known);
    }
  }

  /** Wrong codes in a row; those of known browsers are counted by themselves. */
  record Wrong(int count, Instant last) {
    private static final Wrong NONE = new Wrong(0, Instant.EPOCH);

    private Wrong andOneMore(Instant at) {
      return new Wrong(count + 1, at);
    }
  }

  static @Nullable TotpUse evolve(@Nullable TotpUse use, AccessFact fact) {
    TotpUse before = use == null ? NONE : use;
    return switch (fact) {
      case TotpStepUsed(var seed, var step, var known, _) ->
          before.with(seed, before.of(seed).used(step, Boolean.TRUE.equals(known)));
      case TotpCodeRefused(var seed, var known, var at) ->
          before.with(seed, before.of(seed).refused(Boolean.TRUE.equals(known), at));
      default -> use;
    };
  }

  private OfSeed of(String seed) {
    return bySeed.getOrDefault(seed, OfSeed.NEW);
  }

  private TotpUse with(String seed, OfSeed one) {
    Map<String, OfSeed> all = new LinkedHashMap<>(bySeed);
    all.put(seed, one);
    return new TotpUse(all);
  }

  /** Whether neither a step nor a later one has been used. */
  boolean isFresh(String seed, long step) {
    return step > of(seed).lastStep();
  }

  /** Time until codes are judged again; zero if they are. */
  Duration stopped(String seed, boolean known, Instant now) {
    Wrong wrong = known ? of(seed).known() : of(seed).strangers();
    Instant until = wrong.last().plus(STOPPED);
    boolean stopped = wrong.count() > 0 && wrong.count() % MOST_WRONG == 0 && now.isBefore(until);
    return stopped ? Duration.between(now, until) : Duration.ZERO;
  }
}
