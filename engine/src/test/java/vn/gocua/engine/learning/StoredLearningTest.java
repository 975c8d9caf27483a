package vn.gocua.engine.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.gocua.engine.journal.Event;
import vn.gocua.engine.learning.LearningFact.ClassCancelled;
import vn.gocua.engine.learning.LearningFact.ClassChanged;
import vn.gocua.engine.learning.LearningFact.ClassScheduled;
import vn.gocua.engine.learning.LearningFact.LearnerErased;
import vn.gocua.engine.learning.LearningFact.SeatGivenBack;
import vn.gocua.engine.learning.LearningFact.SeatTaken;
import vn.gocua.engine.support.Golden;

/** Classes in journals out there can be read for ever. */
class StoredLearningTest {
  private static final Instant AT = Instant.parse("2025-08-12T02:30:00.250Z");
  private static final String ID = "01989f2e-6a00-7c3a-9d52-3f1b7c9e0a41";
  private static final String SEAT = "01989f2e-6a00-7c3a-9d52-3f1b7c9e0a42";
  private static final String STREAM = "hong-van-45/class/" + ID;

  record Sample(String file, int n, LearningFact fact) {
    Event event() {
      return LearningFact.FACTS.event(STREAM, n, fact);
    }

    @Override
    public String toString() {
      return file;
    }
  }

  static Stream<Sample> samples() {
    Instant starts = Instant.parse("2025-08-25T12:30:00Z");
    Instant ends = Instant.parse("2025-08-25T14:00:00Z");
    Lesson lesson = new Lesson("VNeID", "co-giao", "Nhà văn hóa", starts, ends, 20);
    Lesson open = new Lesson("VNeID", null, "Nhà văn hóa", starts, ends, 20);
    return Stream.of(
        new Sample("class-scheduled-1", 1, new ClassScheduled(ID, lesson, "leader", AT)),
        new Sample("class-changed-1", 2, new ClassChanged(open, "leader", AT)),
        new Sample("class-cancelled-1", 3, new ClassCancelled("leader", AT)),
        new Sample(
            "class-seat-taken-1",
            4,
            new SeatTaken(SEAT, 3, "LH-0482", "learner/5d41", "9f86", "2025-08", AT, AT)),
        new Sample("class-seat-given-back-1", 5, new SeatGivenBack(SEAT, null, AT)),
        new Sample("class-seat-given-back-1-at-the-desk", 5, new SeatGivenBack(SEAT, "leader", AT)),
        new Sample(
            "class-learner-erased-1", 6, new LearnerErased(SEAT, "retention", "engine", AT)));
  }

  @ParameterizedTest
  @MethodSource("samples")
  void shouldWriteAsEver(Sample sample) {
    Golden.assertSame(sample.event(), sample.file());
  }

  @ParameterizedTest
  @MethodSource("samples")
  void shouldReadWhatWasWritten(Sample sample) {
    assertThat(LearningFact.FACTS.of(Golden.event(sample.file()))).isEqualTo(sample.fact());
  }

  @ParameterizedTest
  @MethodSource("samples")
  void shouldPassOverFieldsOfANewerEngine(Sample sample) {
    Event newer = Golden.withUnknownFields(Golden.event(sample.file()));
    assertThat(LearningFact.FACTS.of(newer)).isEqualTo(sample.fact());
  }

  @Test
  void shouldHaveASampleOfEveryFact() {
    Set<Class<?>> sampled =
        samples().map(sample -> sample.fact().getClass()).collect(Collectors.toSet());
    assertThat(sampled).containsExactlyInAnyOrder(LearningFact.class.getPermittedSubclasses());
  }

  @Test
  void shouldNotTakeAnotherKindOfEventForAClasses() {
    Event stranger = new Event("x/1", "x", "check-in/1", "{}", "{}");
    assertThatThrownBy(() -> LearningFact.FACTS.of(stranger))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
