package vn.gocua.kiosk.wall;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import vn.gocua.base.text.Language;
import vn.gocua.base.text.Texts;

/** Texts, numbers and time of a wall. */
record Words(Texts texts, InstantSource clock) {
  public String text(String key, Object... args) {
    return texts.get(key, args);
  }

  String count(long number) {
    return texts.figures().count(number);
  }

  String date(LocalDate day) {
    return texts.figures().date(day);
  }

  String clock(Instant then, ZoneId zone) {
    return texts.figures().clock(then, zone);
  }

  Language language() {
    return texts.language();
  }
}
