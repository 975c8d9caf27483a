package vn.gocua.engine.learning;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.gocua.engine.fact.FactType;
import vn.gocua.engine.fact.FactTypes;

/** Facts of a class. Attendees are in the vault, under opaque refs. */
public sealed interface LearningFact {
  record ClassScheduled(String id, Lesson lesson, String by, Instant at) implements LearningFact {}

  /** The class is another now; seats that were taken stay. */
  record ClassChanged(Lesson lesson, String by, Instant at) implements LearningFact {}

  record ClassCancelled(String by, Instant at) implements LearningFact {}

  /**
   * A seat was taken.
   *
   * @param enrolment made by the kiosk; the same id again is the same seat
   * @param seat 1 … the number of seats
   * @param contact the vault's ref
   * @param textVersion version of the consent that was given at {@code agreedAt}
   */
  record SeatTaken(
      String enrolment,
      int seat,
      String code,
      String contact,
      String secretHash,
      String textVersion,
      Instant agreedAt,
      Instant at)
      implements LearningFact {}

  /**
   * A seat was cancelled; the contact is erased.
   *
   * @param by the leader who did it on request; null for the slip's holder
   */
  record SeatGivenBack(String enrolment, @Nullable String by, Instant at) implements LearningFact {}

  /**
   * The contact is no longer in the vault.
   *
   * @param why {@code retention}, {@code demand}, or {@code key-lost}: with the vault's key
   */
  record LearnerErased(String enrolment, String why, String by, Instant at)
      implements LearningFact {}

  /** Names of these facts in the journal. */
  FactTypes<LearningFact> FACTS =
      FactTypes.of(
          LearningFact.class,
          "a class's event",
          FactType.of("class-scheduled/1", ClassScheduled.class)
              .audited("class-scheduled", ClassScheduled::by, ClassScheduled::at),
          FactType.of("class-changed/1", ClassChanged.class)
              .audited("class-changed", ClassChanged::by, ClassChanged::at),
          FactType.of("class-cancelled/1", ClassCancelled.class)
              .audited("class-cancelled", ClassCancelled::by, ClassCancelled::at),
          FactType.of("class-seat-taken/1", SeatTaken.class),
          FactType.of("class-seat-given-back/1", SeatGivenBack.class),
          FactType.of("class-learner-erased/1", LearnerErased.class));
}
