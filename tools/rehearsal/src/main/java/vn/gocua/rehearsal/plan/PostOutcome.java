package vn.gocua.rehearsal.plan;

import java.util.random.RandomGenerator;

/** What becomes of a post to the engine. */
public enum PostOutcome {
  /** The phone hears the answer. */
  ANSWERED(92),
  /** The engine answers, and the answer is lost on the way back. */
  ANSWER_LOST(3),
  /** The connection breaks; nobody knows how far the post came. */
  CUT_OFF(3),
  /** The phone hears the answer, forgets it, and sends everything once more. */
  REPEATED(2);

  private final int share;

  PostOutcome(int share) {
    this.share = share;
  }

  /** What becomes of a post, drawn by how common each is. */
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
