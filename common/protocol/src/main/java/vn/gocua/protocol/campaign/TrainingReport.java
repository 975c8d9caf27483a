package vn.gocua.protocol.campaign;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.gocua.protocol.body.Max;
import vn.gocua.protocol.body.Range;

/** Trained staff by unit. */
public record TrainingReport(@Max(200) List<Staff> units) {
  /**
   * The staff of one unit.
   *
   * @param total number of staff
   * @param trained number of trained ones; null: none
   */
  public record Staff(
      @Max(120) String name, @Range(min = 1, max = 100_000) int total, @Nullable Integer trained) {}
}
