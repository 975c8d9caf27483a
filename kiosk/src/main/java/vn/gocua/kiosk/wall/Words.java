package vn.gocua.kiosk.wall;

import java.time.InstantSource;
import vn.gocua.kiosk.text.Figures;
import vn.gocua.kiosk.text.Texts;

/**
 * What every part of a wall needs to speak: its language, its way to write numbers, and the time.
 */
record Words(Texts texts, Figures figures, InstantSource clock) {
  public String text(String key, Object... args) {
    return texts.get("wall." + key, args);
  }

  String count(long number) {
    return figures.count(number);
  }
}
