package vn.gocua.kiosk.resident.shell;

import java.util.function.Consumer;
import vn.gocua.base.text.Texts;
import vn.gocua.protocol.client.ApiRefusal;
import vn.gocua.protocol.client.Caller;

/** A page's interface to its screen. */
public interface PageHost {
  Texts texts();

  KioskContext context();

  /** Code of this screen; empty if unknown. */
  String screen();

  /** In whose name the engine is asked from this page: the kiosk's, at this screen. */
  default Caller caller() {
    return context().caller(texts().locale()).at(screen());
  }

  /** Opens another page; «Quay lại» returns to this one. */
  void open(Page next);

  /** Opens another page without a way back. */
  void openForGood(Page next);

  void back();

  /** Ends the visit: everything entered is forgotten. */
  void home();

  /** Rebuilds the shown page. */
  void refresh();

  /** Shows a message in the foot, also to screen readers. */
  void say(String message);

  /**
   * Calls the engine without blocking the screen. The answer is used only if the calling page is
   * still shown.
   */
  <T> void work(Job<T> job, Consumer<T> done, Consumer<Trouble> failed);

  /** A question to the engine; it may block. */
  @FunctionalInterface
  interface Job<T> {
    T run();
  }

  /** Why there is no answer. */
  sealed interface Trouble {
    /** The engine is away. */
    record Away() implements Trouble {}

    /** The engine refused; its words are fit for people. */
    record No(ApiRefusal refused) implements Trouble {}
  }
}
