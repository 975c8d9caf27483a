package vn.gocua.engine.checkin;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One upload on its way to a verdict for every item. Used by one thread at a time.
 *
 * <p>An item is in one of the lists until it has its verdict.
 */
final class CheckInBatch {
  private final Submission submission;
  private final @Nullable Verdict[] verdicts;
  private final List<Decision> plain = new ArrayList<>();
  private final List<Decision> corrections = new ArrayList<>();
  private final List<Decision> rejected = new ArrayList<>();
  private final List<Unreadable> unreadable = new ArrayList<>();

  /**
   * An item of which only the id could be read.
   *
   * @param index its place in the upload
   */
  private record Unreadable(int index, String id) {}

  CheckInBatch(Submission submission, int size) {
    this.submission = submission;
    this.verdicts = new Verdict[size];
  }

  Submission submission() {
    return submission;
  }

  /** An item that was judged: to be appended, or to be looked up if it breaks a rule. */
  void add(Decision decision) {
    (decision.rejection() != null
            ? rejected
            : decision.checkIn().replaces() != null ? corrections : plain)
        .add(decision);
  }

  /** An item that could not be read; its id may be taken all the same. */
  void add(int index, BatchItem.Unreadable item) {
    verdicts[index] = Verdict.rejected(item.id(), item.rejection());
    if (item.wellNamed() && item.id() != null) {
      unreadable.add(new Unreadable(index, item.id()));
    }
  }

  /** Whether appending settles every item: nothing to correct or look up. */
  boolean isDoneOnceAppended() {
    return corrections.isEmpty() && rejected.isEmpty() && unreadable.isEmpty();
  }

  /** Accepted items that replace nothing. */
  List<Decision> plain() {
    return plain;
  }

  /** Accepted items that replace a check-in. */
  List<Decision> corrections() {
    return corrections;
  }

  /** Rejected items, unless the journal has them already. */
  List<Decision> rejected() {
    return rejected;
  }

  /** An item is not appended after all. */
  void reject(Decision decision, Rejection why) {
    rejected.add(decision.but(why));
  }

  /** An item has its verdict. */
  void settle(Decision decision, Verdict verdict) {
    verdicts[decision.index()] = verdict;
  }

  /** The ids that the journal must be asked for before the verdicts are complete. */
  List<String> idsToLookUp() {
    return Stream.concat(
            rejected.stream().map(decision -> decision.event().id()),
            unreadable.stream().map(Unreadable::id))
        .toList();
  }

  /** The ids of unreadable items that the journal has are taken by another content. */
  void settleUnreadable(Set<String> stored) {
    for (Unreadable item : unreadable) {
      if (stored.contains(item.id())) {
        verdicts[item.index()] = Verdict.of(item.id(), Verdict.Outcome.CONFLICT);
      }
    }
  }

  /** The verdicts of all items, in order. */
  List<Verdict> verdicts() {
    return Arrays.stream(verdicts).map(Objects::requireNonNull).toList();
  }
}
