package vn.gocua.engine.checkin;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.gocua.engine.journal.Appended;

/**
 * What became of one item of a batch.
 *
 * @param id the item's id as it came
 * @param rejection why, if rejected or put off
 */
public record Verdict(@Nullable String id, Outcome outcome, @Nullable Rejection rejection) {

  /** The outcomes that a phone has to understand. */
  public enum Outcome {
    /** It is in the journal now, durably. */
    ACCEPTED,
    /** It was there already, the very same. */
    DUPLICATE,
    /** Its id is taken by another content. */
    CONFLICT,
    /** It breaks a rule; it was not recorded. */
    REJECTED,
    /** Nothing is wrong with it, but it can't be judged now; it is to be sent again. */
    LATER;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  static Verdict of(@Nullable String id, Outcome outcome) {
    return new Verdict(id, outcome, null);
  }

  /** What the journal says of an item. */
  static Verdict of(Appended appended) {
    return of(
        appended.stored().id(),
        switch (appended) {
          case Appended.New _ -> Outcome.ACCEPTED;
          case Appended.Duplicate _ -> Outcome.DUPLICATE;
          case Appended.Conflict _ -> Outcome.CONFLICT;
        });
  }

  /** Not recorded: for good, or until the engine's clock can place it. */
  static Verdict rejected(@Nullable String id, Rejection rejection) {
    return new Verdict(
        id, rejection.equals(Placing.ENGINE_CLOCK) ? Outcome.LATER : Outcome.REJECTED, rejection);
  }
}
