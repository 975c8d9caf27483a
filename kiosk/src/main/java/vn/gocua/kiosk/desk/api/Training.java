package vn.gocua.kiosk.desk.api;

import java.util.List;
import vn.gocua.kiosk.feed.Wire;

/** How far the training of staff has come, by unit; no unit if nobody has reported any. */
public record Training(List<Unit> units, long trained, long total) {
  public static final Training NONE = new Training(List.of(), 0, 0);

  /** An office, a school, an association: how many of its people have been trained. */
  public record Unit(String name, int trained, int total) {
    public Unit {
      Wire.require("unit", name);
    }
  }

  public Training {
    Wire.require("training", units);
    units = List.copyOf(units);
  }

  /** Units all of whose people have been trained. */
  public long complete() {
    return units.stream().filter(u -> u.trained() >= u.total()).count();
  }
}
