package vn.gocua.engine.training;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import vn.gocua.engine.support.StoredFacts;
import vn.gocua.engine.training.TrainingReported.Unit;

/** Reports on training in journals out there can be read for ever. */
class StoredTrainingTest extends StoredFacts<TrainingReported> {
  private static final TrainingReported FACT =
      new TrainingReported(
          List.of(new Unit("Văn phòng", 7, 9), new Unit("Trạm y tế", 0, 12)),
          "leader",
          Instant.parse("2025-08-12T02:30:00.250Z"));

  StoredTrainingTest() {
    super(TrainingReported.class, TrainingReported.FACTS);
  }

  @Override
  protected Stream<Sample<TrainingReported>> samples() {
    return Stream.of(new Sample<>("training-reported-1", "hong-van-45/training", 2, FACT));
  }
}
