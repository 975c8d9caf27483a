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
 * @param lacking what it lacks by those who show that it is wrong, negative if it is ahead; null if
 *     nobody does, or it is not known how far
 * @param newest what the journal proves to have passed; null if nothing
 * @param vouched whether a person, or several phones since it was last set, have borne it out
 * @param others what else it may lack, by all that speaks against it and is not outweighed
 */
public record Reading(
    State state,
    int agreeing,
    List<Dissent> dissent,
    @Nullable Duration lacking,
    @Nullable Instant newest,
    boolean vouched,
    List<Duration> others) {

  /** How far it is to be believed. */
  public enum State {
    /** Nothing speaks against it. */
    SURE,
    /** It must be wrong, but by so little that the day is the same: all goes on. */
    OFF,
    /**
     * It may be wrong: it jumped, or stood still for long, and nobody has borne it out since. What
     * cannot be undone waits.
     */
    UNSURE,
    /** It must be wrong, and with it the day. */
    DOUBTFUL
  }

  /**
   * A phone that does not agree.
   *
   * @param team whose phone it is
   * @param lacking what the engine's clock lacks by it
   */
  public record Dissent(String team, Duration lacking) {}

  public Reading {
    dissent = List.copyOf(dissent);
    others = List.copyOf(others);
  }

  static final Reading SURE = new Reading(State.SURE, 0, List.of(), null, null, false, List.of());

  public boolean isDoubtful() {
    return state == State.DOUBTFUL;
  }

  /** Whether nobody can say it is right or wrong but a person who looks at another clock. */
  public boolean needsAPerson() {
    return state == State.UNSURE || (isDoubtful() && lacking == null);
  }

  /** How many phones say what this one says: that the clock lacks about so much. */
  public int sayLike(Duration offset) {
    return (int)
        dissent.stream()
            .filter(
                other -> other.lacking().minus(offset).abs().compareTo(EngineClock.TOLERANCE) <= 0)
            .count();
  }
}
