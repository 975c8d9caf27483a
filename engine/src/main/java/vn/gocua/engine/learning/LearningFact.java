package vn.gocua.engine.learning;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.gocua.engine.journal.Event;
import vn.gocua.engine.journal.EventCodec;
import vn.gocua.engine.journal.Ledger;
import vn.gocua.engine.live.Projection;

/** What happened to a class. Who has a seat stands in the vault, under an opaque ref. */
public sealed interface LearningFact {
  record ClassScheduled(String id, Lesson lesson, String by, Instant at) implements LearningFact {}

  /** The class is another now; seats that were taken stay. */
  record ClassChanged(Lesson lesson, String by, Instant at) implements LearningFact {}

  record ClassCancelled(String by, Instant at) implements LearningFact {}

  /**
   * Somebody has a seat.
   *
   * @param enrolment minted by the kiosk; the same id again is the same seat
   * @param seat 1 … the number of seats
   * @param contact the vault's ref
   * @param textVersion of the words by which consent was given, at {@code agreedAt}
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
   * The seat is free again; the contact is erased.
   *
   * @param by the leader who did it at somebody's wish; null for the slip's holder
   */
  record SeatGivenBack(String enrolment, @Nullable String by, Instant at) implements LearningFact {}

  /**
   * The contact is no longer in the vault.
   *
   * @param why {@code retention} or {@code demand}
   */
  record LearnerErased(String enrolment, String why, String by, Instant at)
      implements LearningFact {}

  /** How these facts stand in the journal. */
  Ledger.Facts<LearningFact> FACTS =
      new Ledger.Facts<>() {
        @Override
        public Event event(String stream, int n, LearningFact fact) {
          return LearningFact.event(stream, n, fact);
        }

        @Override
        public LearningFact of(Event event) {
          return LearningFact.of(event);
        }
      };

  /** Event n of a stream. The names and the JSON are frozen; approval tests hold them. */
  static Event event(String stream, int n, LearningFact fact) {
    String type =
        switch (fact) {
          case ClassScheduled _ -> "class-scheduled/1";
          case ClassChanged _ -> "class-changed/1";
          case ClassCancelled _ -> "class-cancelled/1";
          case SeatTaken _ -> "class-seat-taken/1";
          case SeatGivenBack _ -> "class-seat-given-back/1";
          case LearnerErased _ -> "class-learner-erased/1";
        };
    return new Event(Projection.idOf(stream, n), stream, type, EventCodec.json(fact), "{}");
  }

  /**
   * Reads a fact back.
   *
   * @throws IllegalArgumentException for an event of another kind
   */
  static LearningFact of(Event event) {
    Class<? extends LearningFact> type =
        switch (event.type()) {
          case "class-scheduled/1" -> ClassScheduled.class;
          case "class-changed/1" -> ClassChanged.class;
          case "class-cancelled/1" -> ClassCancelled.class;
          case "class-seat-taken/1" -> SeatTaken.class;
          case "class-seat-given-back/1" -> SeatGivenBack.class;
          case "class-learner-erased/1" -> LearnerErased.class;
          default -> throw new IllegalArgumentException("not a class's event: " + event.type());
        };
    return EventCodec.read(event.content(), type);
  }
}
