package vn.gocua.kiosk.resident.shell;

import java.util.ArrayDeque;
import java.util.Deque;
import vn.gocua.base.text.Language;
import vn.gocua.base.text.Texts;

/** One visit: the path through the pages, and the reading aids. */
final class Visit {
  static final int SIZES = 4;

  private final Deque<Page> pages = new ArrayDeque<>();
  private Texts texts;
  private int size = 1;
  private boolean contrast;
  private boolean low;

  Visit(Page home, Language language) {
    pages.push(home);
    texts = Texts.of("kiosk", language);
  }

  Page page() {
    return pages.getFirst();
  }

  boolean isAtHome() {
    return pages.size() == 1;
  }

  void open(Page next) {
    pages.push(next);
  }

  /** The page becomes the only one above home. */
  void openForGood(Page next) {
    Page home = pages.getLast();
    pages.clear();
    pages.push(home);
    pages.push(next);
  }

  void back() {
    if (pages.size() > 1) {
      pages.pop();
    }
  }

  Texts texts() {
    return texts;
  }

  void speak(Language language) {
    texts = Texts.of("kiosk", language);
  }

  /** From 1, the usual size, to {@link #SIZES}. */
  int size() {
    return size;
  }

  void nextSize() {
    size = size % SIZES + 1;
  }

  boolean contrast() {
    return contrast;
  }

  void turnContrast() {
    contrast = !contrast;
  }

  boolean low() {
    return low;
  }

  void turnLow() {
    low = !low;
  }
}
