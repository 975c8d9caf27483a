package vn.gocua.engine.training;

import java.time.Instant;
import java.util.List;
import vn.gocua.engine.fact.FactType;
import vn.gocua.engine.fact.FactTypes;

/**
 * The fact of a report on the staff's training; the latest counts.
 *
 * @param units all of them, in the order of display
 * @param by the account
 */
public record TrainingReported(List<Unit> units, String by, Instant at) {
  /**
   * An office, a school, an association.
   *
   * @param trained how many of its people have been trained
   * @param total how many it has
   */
  public record Unit(String name, int trained, int total) {}

  public TrainingReported {
    units = List.copyOf(units);
  }

  /** Name of the fact in the journal. */
  static final FactTypes<TrainingReported> FACTS =
      FactTypes.only(
          "a report on training",
          FactType.of("training-reported/1", TrainingReported.class)
              .audited("training-reported", TrainingReported::by, TrainingReported::at)
              .about(_ -> null)
              .with("units", TrainingReported::units));
}
