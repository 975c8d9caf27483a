package vn.gocua.kiosk.desk.frame;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.notification.Notification.Position;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.server.Command;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import vn.gocua.base.text.Texts;
import vn.gocua.base.time.Background;
import vn.gocua.kiosk.desk.access.DeskSession;
import vn.gocua.kiosk.desk.data.Overview;
import vn.gocua.kiosk.screen.Dom;
import vn.gocua.protocol.client.ApiRefusal;

/** Base of the desk's pages, for signed-in leaders. */
@SuppressWarnings("serial") // Sessions live and end in this process.
public abstract class DeskPage extends Main implements HasDynamicTitle {
  private static final int SAID_MS = 5_000;
  private static final int TROUBLE_MS = 9_000;

  protected final DeskContext desk;
  protected final DeskSession session;
  protected final Texts texts;
  private final H1 heading = new H1("");
  private final Paragraph under = new Paragraph("");
  private final Div head = Dom.div("desk-head", Dom.div("desk-titles", heading, under));

  /**
   * @param name of its texts in the surface {@code desk}: {@code <name>.title}
   */
  @SuppressWarnings("this-escape") // Vaadin's own methods, of which no page changes any.
  protected DeskPage(DeskContext desk, String name) {
    this.desk = desk;
    this.session = DeskSession.required();
    this.texts = Texts.of("desk", session.language());
    addClassNames("desk-page", name + "-page");
    under.addClassName("desk-under");
    add(head);
    heading(texts.get(name + ".title"), "");
  }

  protected final void heading(String title, String text) {
    Dom.text(heading, title);
    Dom.text(under, text);
    Dom.visible(under, !text.isEmpty());
  }

  /** Place of a page's main buttons. */
  protected final Div head() {
    return head;
  }

  @Override
  public String getPageTitle() {
    return texts.get("pageTitle", heading.getText());
  }

  /** Whether it has figures that move by themselves. */
  public boolean showsFigures() {
    return false;
  }

  /**
   * Whether the page would show an overview differently from the one before. Called often, by any
   * thread.
   */
  public boolean concerns(Overview overview) {
    return true;
  }

  /** The numbers are new, or simply this page is. */
  protected void show(Overview overview) {}

  /**
   * Runs a call of the engine. Shows failures in words, and leads to the sign-in page after an
   * ended session.
   *
   * @return whether it succeeded
   */
  protected final boolean attempt(Runnable work) {
    try {
      work.run();
      return true;
    } catch (ApiRefusal e) {
      if (e.signedOut()) {
        session.end();
        leave();
      } else {
        trouble(reason(e));
      }
      return false;
    }
  }

  /**
   * Calls the engine beside the page, which stays responsive, and shows the answer later. Shows
   * failures unless the call came from no user.
   */
  protected final <T> void ask(Supplier<T> question, Consumer<T> show, boolean quietly) {
    UI ui = getUI().orElseGet(UI::getCurrent);
    if (ui == null) {
      return;
    }
    Background.start(
        "desk-ask",
        () -> {
          try {
            T answer = question.get();
            onScreen(ui, () -> show.accept(answer));
          } catch (ApiRefusal e) {
            if (!quietly || e.signedOut()) {
              onScreen(
                  ui,
                  () ->
                      attempt(() -> {
                        throw e;
                      }));
            }
          }
        });
  }

  /** Changes a page from outside of its own threads, if it is still open. */
  protected static void onScreen(UI ui, Command change) {
    try {
      var _ = ui.access(change);
    } catch (UIDetachedException _) {
      // The page was closed meanwhile.
    }
  }

  /** Why the engine did not do it, in words. */
  protected final String reason(ApiRefusal e) {
    if (e.unanswered()) {
      return texts.get("trouble.unreachable");
    }
    if (e.status() == 503) {
      return texts.get("trouble.tryAgain");
    }
    return e.title().isEmpty() ? texts.get("trouble.refused", e.status()) : e.title();
  }

  protected final void leave() {
    UI ui = getUI().orElseGet(UI::getCurrent);
    if (ui != null) {
      ui.getPage().setLocation(desk.menu().signIn() + "?ended");
    }
  }

  protected final void say(String text) {
    note(text, SAID_MS, "said");
  }

  protected final void trouble(String text) {
    note(text, TROUBLE_MS, "trouble");
  }

  private static void note(String text, int forMs, String className) {
    Notification note = new Notification(text, forMs, Position.BOTTOM_CENTER);
    note.addClassName(className);
    note.setAssertive(className.equals("trouble"));
    note.open();
  }

  /** The present overview; null without data. */
  protected final @Nullable Overview overview() {
    return desk.overviews().of(desk.feed().state(), desk.poller().data());
  }
}
