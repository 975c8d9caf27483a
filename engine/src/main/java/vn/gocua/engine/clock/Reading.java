package vn.gocua.engine.clock;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the engine's clock is worth at one moment.
 *
 * @param agreeing how many phones agree with it
 * @param dissent what it lacks by each phone that does not agree, sorted
 * @param lacking what it lacks by most phones, negative if it is ahead; null if there is no such
 *     majority
 * @param newest what the journal proves to have passed; null if nothing
 */
public record Reading(
    State state,
    int agreeing,
    List<Duration> dissent,
    @Nullable Duration lacking,
    @Nullable Instant newest) {

  /** How far it is to be believed. */
  public enum State {
    /** Nothing speaks against it. */
    SURE,
    /**
     * It may be wrong: it jumped, or stood still for long, and nobody has borne it out since. What
     * cannot be undone waits.
     */
    UNSURE,
    /** It must be wrong. */
    DOUBTFUL
  }

  public Reading {
    dissent = List.copyOf(dissent);
  }

  static final Reading SURE = new Reading(State.SURE, 0, List.of(), null, null);

  public boolean isDoubtful() {
    return state == State.DOUBTFUL;
  }

  /** How many phones say what this one says: that the clock lacks about so much. */
  public int sayLike(Duration offset) {
    return (int)
        dissent.stream()
            .filter(other -> other.minus(offset).abs().compareTo(EngineClock.TOLERANCE) <= 0)
            .count();
  }
}
