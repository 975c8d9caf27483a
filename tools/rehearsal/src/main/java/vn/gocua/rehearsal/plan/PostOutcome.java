package vn.gocua.rehearsal.plan;

import java.util.random.RandomGenerator;

/** Outcome of a post to the engine. */
public enum PostOutcome {
  /** The phone gets the answer. */
  ANSWERED(92),
  /** The engine answers, and the answer is lost. */
  ANSWER_LOST(3),
  /** The connection breaks; the post may have arrived. */
  CUT_OFF(3),
  /** The phone gets the answer, forgets it, and sends everything again. */
  REPEATED(2);

  private final int share;

  PostOutcome(int share) {
    this.share = share;
  }

  /** A random outcome, by frequency. */
  public static PostOutcome any(RandomGenerator random) {
    int left = random.nextInt(100);
    for (PostOutcome outcome : values()) {
      left -= outcome.share;
      if (left < 0) {
        return outcome;
      }
    }
    throw new AssertionError("the shares make a hundred");
  }
}
