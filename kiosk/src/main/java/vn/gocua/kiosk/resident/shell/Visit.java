package vn.gocua.kiosk.resident.shell;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import vn.gocua.kiosk.text.Texts;

/** One person's time at the screen: their way through the pages, and how they like to read. */
final class Visit {
  static final int SIZES = 4;

  private final Deque<Page> pages = new ArrayDeque<>();
  private Words words;
  private int size = 1;
  private boolean contrast;
  private boolean low;

  Visit(Page home, Locale locale) {
    pages.push(home);
    words = new Words(locale);
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

  Words words() {
    return words;
  }

  void speakOther() {
    words = new Words(isVietnamese() ? Locale.ENGLISH : Texts.VIETNAMESE);
  }

  boolean isVietnamese() {
    return words.locale().equals(Texts.VIETNAMESE);
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
