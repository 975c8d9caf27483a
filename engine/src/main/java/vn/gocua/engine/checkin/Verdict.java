package vn.gocua.engine.checkin;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.gocua.base.text.Texts;
import vn.gocua.engine.journal.Appended;
import vn.gocua.protocol.checkin.VerdictList;

/**
 * Outcome of one item of a batch.
 *
 * @param id the item's id as it came
 * @param rejection why, if rejected or put off
 */
public record Verdict(@Nullable String id, Outcome outcome, @Nullable Rejection rejection) {

  /** The outcomes that a phone has to understand. */
  public enum Outcome {
    /** Newly in the journal, durably. */
    ACCEPTED,
    /** The same item was in the journal already. */
    DUPLICATE,
    /** Its id is used by another content. */
    CONFLICT,
    /** Breaks a rule; not recorded. */
    REJECTED,
    /** Can't be judged now; is to be sent again. */
    LATER;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** As it is answered, with a message in the language of those texts. */
  public VerdictList.Result told(Texts texts) {
    return new VerdictList.Result(
        id,
        outcome.code(),
        rejection == null ? null : rejection.code(),
        rejection == null ? null : rejection.message(texts));
  }

  static Verdict of(@Nullable String id, Outcome outcome) {
    return new Verdict(id, outcome, null);
  }

  /** The verdict for the journal's answer. */
  static Verdict of(Appended appended) {
    return of(
        appended.stored().id(),
        switch (appended) {
          case Appended.New _ -> Outcome.ACCEPTED;
          case Appended.Duplicate _ -> Outcome.DUPLICATE;
          case Appended.Conflict _ -> Outcome.CONFLICT;
        });
  }

  /** Not recorded: for good, or until the engine's clock is right. */
  static Verdict rejected(@Nullable String id, Rejection rejection) {
    return new Verdict(
        id, rejection.equals(Placing.ENGINE_CLOCK) ? Outcome.LATER : Outcome.REJECTED, rejection);
  }
}
