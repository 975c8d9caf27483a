package vn.gocua.protocol.campaign;

import java.util.List;

/** State of the staff's training by unit; empty without a report. */
public record TrainingInfo(List<Unit> units, long trained, long total) {
  public static final TrainingInfo NONE = new TrainingInfo(List.of(), 0, 0);

  /** An office, a school, an association: how many of its people have been trained. */
  public record Unit(String name, int trained, int total) {}

  public TrainingInfo {
    units = List.copyOf(units);
  }

  /** Units all of whose people have been trained. */
  public long complete() {
    return units.stream().filter(u -> u.trained() >= u.total()).count();
  }
}
