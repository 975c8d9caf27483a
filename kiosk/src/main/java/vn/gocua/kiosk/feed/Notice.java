package vn.gocua.kiosk.feed;

import java.time.Instant;
import java.util.List;

/**
 * Something leaders tell everybody.
 *
 * @param until the campaign's time from which it is no longer shown
 * @param where codes of places: {@code wall}, {@code phones}
 */
public record Notice(String id, String text, Instant until, List<String> where) {
  public Notice {
    Wire.require("notice", id, text, until, where);
    where = List.copyOf(where);
  }

  /** All there are to show, latest first; replaces those told before. */
  record All(List<Notice> notices) {
    All {
      Wire.require("notices", notices);
      notices = List.copyOf(notices);
    }
  }

  public boolean isForTheWall() {
    return where.contains("wall");
  }
}
