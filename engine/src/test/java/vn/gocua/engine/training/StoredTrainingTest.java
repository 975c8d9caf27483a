package vn.gocua.engine.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.gocua.engine.journal.Event;
import vn.gocua.engine.support.Golden;
import vn.gocua.engine.training.TrainingReported.Unit;

/** Reports on training in journals out there can be read for ever. */
class StoredTrainingTest {
  private static final TrainingReported FACT =
      new TrainingReported(
          List.of(new Unit("Văn phòng", 7, 9), new Unit("Trạm y tế", 0, 12)),
          "leader",
          Instant.parse("2025-08-12T02:30:00.250Z"));

  @Test
  void shouldWriteAsEver() {
    Golden.assertSame(
        TrainingReported.FACTS.event("hong-van-45/training", 2, FACT), "training-reported-1");
  }

  @Test
  void shouldReadWhatWasWritten() {
    Event newer = Golden.withUnknownFields(Golden.event("training-reported-1"));
    assertThat(TrainingReported.FACTS.of(newer)).isEqualTo(FACT);
  }

  @Test
  void shouldNotTakeAnotherKindOfEventForIt() {
    Event stranger = new Event("x/1", "x", "check-in/1", "{}", "{}");
    assertThatThrownBy(() -> TrainingReported.FACTS.of(stranger))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
