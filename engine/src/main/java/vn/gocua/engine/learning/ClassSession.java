package vn.gocua.engine.learning;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.gocua.engine.learning.LearningFact.ClassCancelled;
import vn.gocua.engine.learning.LearningFact.ClassChanged;
import vn.gocua.engine.learning.LearningFact.ClassScheduled;
import vn.gocua.engine.learning.LearningFact.LearnerErased;
import vn.gocua.engine.learning.LearningFact.SeatGivenBack;
import vn.gocua.engine.learning.LearningFact.SeatTaken;
import vn.gocua.engine.state.StreamKind;
import vn.gocua.protocol.learning.LearningReason;
import vn.gocua.protocol.refusal.Refusal;

/**
 * A class, as its facts have made it.
 *
 * @param version how many facts there are
 * @param enrolments by id, oldest first, those given back included
 */
record ClassSession(
    String id,
    int version,
    Lesson lesson,
    @Nullable Instant cancelledAt,
    Map<String, Enrolment> enrolments) {

  public ClassSession {
    enrolments = Collections.unmodifiableMap(new LinkedHashMap<>(enrolments));
  }

  /** The classes of a campaign, each a stream by its id. */
  static StreamKind<LearningFact, ClassSession> kind(String campaign) {
    return new StreamKind<>(
        campaign + "/class/", LearningFact.FACTS, ClassSession::evolve, LearningTold::told);
  }

  /** The class after one more fact. */
  private static ClassSession evolve(@Nullable ClassSession before, LearningFact fact) {
    return switch (fact) {
      case ClassScheduled(String id, Lesson lesson, _, _) ->
          new ClassSession(id, 1, lesson, null, Map.of());
      case ClassChanged(Lesson lesson, _, _) -> {
        ClassSession known = known(before);
        yield new ClassSession(
            known.id, known.version + 1, lesson, known.cancelledAt, known.enrolments);
      }
      case ClassCancelled(_, Instant at) -> {
        ClassSession known = known(before);
        yield new ClassSession(known.id, known.version + 1, known.lesson, at, known.enrolments);
      }
      case SeatTaken f ->
          known(before)
              .with(
                  f.enrolment(),
                  _ ->
                      new Enrolment(
                          f.enrolment(),
                          f.seat(),
                          f.code(),
                          f.contact(),
                          f.secretHash(),
                          f.at(),
                          false,
                          false));
      case SeatGivenBack(String enrolment, _, _) ->
          known(before).with(enrolment, Enrolment::returned);
      case LearnerErased(String enrolment, _, _, _) ->
          known(before).with(enrolment, Enrolment::forgotten);
    };
  }

  private static ClassSession known(@Nullable ClassSession session) {
    return Objects.requireNonNull(session, "a class begins with being scheduled");
  }

  private ClassSession with(String enrolment, UnaryOperator<Enrolment> change) {
    Map<String, Enrolment> after = new LinkedHashMap<>(enrolments);
    after.compute(enrolment, (_, held) -> change.apply(held));
    return new ClassSession(id, version + 1, lesson, cancelledAt, after);
  }

  public boolean isCancelled() {
    return cancelledAt != null;
  }

  /** Taken seats, in order. */
  public List<Enrolment> seated() {
    return enrolments.values().stream()
        .filter(enrolment -> !enrolment.givenBack())
        .sorted(java.util.Comparator.comparingInt(Enrolment::seat))
        .toList();
  }

  public int seatsLeft() {
    return Math.max(0, lesson.seats() - seated().size());
  }

  /**
   * When the contact of a seat is no longer needed: at the class's end, or when it has waited too
   * long for a class that never comes.
   *
   * @param waiting the longest wait
   */
  Instant neededUntil(Enrolment seat, Duration waiting) {
    Instant waited = seat.at().plus(waiting);
    return waited.isBefore(endedAt()) ? waited : endedAt();
  }

  private Instant endedAt() {
    return cancelledAt != null && cancelledAt.isBefore(lesson.endsAt())
        ? cancelledAt
        : lesson.endsAt();
  }

  /**
   * The lowest number of a free seat.
   *
   * @throws Refusal if there is none, or the class is cancelled or has begun
   */
  int freeSeat(Instant now) {
    if (isCancelled()) {
      throw Refusal.of(LearningReason.CLASS_CANCELLED);
    }
    if (!now.isBefore(lesson.startsAt())) {
      throw Refusal.of(LearningReason.CLASS_BEGUN);
    }
    if (seatsLeft() == 0) {
      throw Refusal.of(LearningReason.CLASS_FULL);
    }
    Set<Integer> taken = seated().stream().map(Enrolment::seat).collect(Collectors.toSet());
    int seat = 1;
    while (taken.contains(seat)) {
      seat++;
    }
    return seat;
  }

  /**
   * The fact of a leader's change; null for a repeat.
   *
   * @throws Refusal if it is cancelled, or more seats are taken than there would be
   */
  @Nullable LearningFact change(Lesson wished, String by, Instant at) {
    if (isCancelled()) {
      throw Refusal.of(LearningReason.CLASS_CANCELLED);
    }
    if (wished.seats() < seated().size()) {
      throw Refusal.of(LearningReason.SEATS_TAKEN);
    }
    return wished.equals(lesson) ? null : new ClassChanged(wished, by, at);
  }
}
