package vn.gocua.kiosk.resident.shell;

import java.util.function.Consumer;
import vn.gocua.protocol.client.ApiRefusal;
import vn.gocua.protocol.client.Caller;

/** What a page may do with the screen that it is shown on. */
public interface PageHost {
  Words words();

  KioskContext hall();

  /** The code of this screen, which tells it from other screens; empty if it is not known yet. */
  String screen();

  /** In whose name the engine is asked from this page: the kiosk's, at this screen. */
  default Caller caller() {
    return hall().caller(words().locale()).at(screen());
  }

  /** Goes on to another page; «Quay lại» returns to this one. */
  void open(Page next);

  /** Shows another page in place of this one and of all before it: there is no way back to them. */
  void openForGood(Page next);

  void back();

  /** Ends the visit: everything entered is forgotten. */
  void home();

  /** Builds the page that is shown anew. */
  void refresh();

  /**
   * Tells something in passing, in the foot and to screen readers: what is missing, what happened.
   */
  void say(String message);

  /**
   * Asks the engine something without keeping the screen waiting. The answer is taken only if the
   * page that asked is still shown.
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

    /** The engine said no; its words are fit for people. */
    record No(ApiRefusal refused) implements Trouble {}
  }
}
