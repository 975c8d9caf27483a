package vn.gocua.engine.learning;

import java.time.Instant;
import java.util.stream.Stream;
import vn.gocua.engine.learning.LearningFact.ClassCancelled;
import vn.gocua.engine.learning.LearningFact.ClassChanged;
import vn.gocua.engine.learning.LearningFact.ClassScheduled;
import vn.gocua.engine.learning.LearningFact.LearnerErased;
import vn.gocua.engine.learning.LearningFact.SeatGivenBack;
import vn.gocua.engine.learning.LearningFact.SeatTaken;
import vn.gocua.engine.support.StoredFacts;

/** Classes in journals out there can be read for ever. */
class StoredLearningTest extends StoredFacts<LearningFact> {
  private static final Instant AT = Instant.parse("2025-08-12T02:30:00.250Z");
  private static final String ID = "01989f2e-6a00-7c3a-9d52-3f1b7c9e0a41";
  private static final String SEAT = "01989f2e-6a00-7c3a-9d52-3f1b7c9e0a42";
  private static final String STREAM = "hong-van-45/class/" + ID;

  StoredLearningTest() {
    super(LearningFact.class, LearningFact.FACTS);
  }

  @Override
  protected Stream<Sample<LearningFact>> samples() {
    Instant starts = Instant.parse("2025-08-25T12:30:00Z");
    Instant ends = Instant.parse("2025-08-25T14:00:00Z");
    Lesson lesson = new Lesson("VNeID", "co-giao", "Nhà văn hóa", starts, ends, 20);
    Lesson open = new Lesson("VNeID", null, "Nhà văn hóa", starts, ends, 20);
    return Stream.of(
        new Sample<>("class-scheduled-1", STREAM, 1, new ClassScheduled(ID, lesson, "leader", AT)),
        new Sample<>("class-changed-1", STREAM, 2, new ClassChanged(open, "leader", AT)),
        new Sample<>("class-cancelled-1", STREAM, 3, new ClassCancelled("leader", AT)),
        new Sample<>(
            "class-seat-taken-1",
            STREAM,
            4,
            new SeatTaken(SEAT, 3, "LH-0482", "learner/5d41", "9f86", "2025-08", AT, AT)),
        new Sample<>("class-seat-given-back-1", STREAM, 5, new SeatGivenBack(SEAT, null, AT)),
        new Sample<>(
            "class-seat-given-back-1-at-the-desk",
            STREAM,
            5,
            new SeatGivenBack(SEAT, "leader", AT)),
        new Sample<>(
            "class-learner-erased-1",
            STREAM,
            6,
            new LearnerErased(SEAT, "retention", "engine", AT)));
  }
}
