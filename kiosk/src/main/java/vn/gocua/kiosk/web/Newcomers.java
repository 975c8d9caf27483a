package vn.gocua.kiosk.web;

import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.WrappedHttpSession;
import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpSessionEvent;
import jakarta.servlet.http.HttpSessionListener;
import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Sessions of browsers that have not yet done what only a browser does: open the page's line, or
 * send what somebody did on it. There are few of them and they live briefly; of too many the oldest
 * goes first. Who has proved to be one stays as long as its page is there.
 */
final class Newcomers implements HttpSessionListener {
  /** Each holds a page, of a hundred kilobytes at most; a browser proves itself in a second. */
  static final int MOST = 100;

  /** All sessions, however they came: many times what a hall has. */
  static final int MOST_SESSIONS = 2_000;

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final String ATTRIBUTE = Newcomers.class.getName();

  private final Duration idle;
  private final Map<Newcomer, HttpSession> waiting = new LinkedHashMap<>();
  private final AtomicInteger sessions = new AtomicInteger();

  /**
   * @param idle how long a proved session is kept without a sign of life
   */
  Newcomers(Duration idle) {
    this.idle = idle;
  }

  /** Whether no more browsers can be served. */
  boolean isFull() {
    return sessions.get() >= MOST_SESSIONS;
  }

  private static final class Newcomer {
    private final Newcomers all;

    Newcomer(Newcomers all) {
      this.all = all;
    }
  }

  @Override
  public void sessionCreated(HttpSessionEvent event) {
    sessions.incrementAndGet();
    HttpSession session = event.getSession();
    Newcomer newcomer = new Newcomer(this);
    session.setAttribute(ATTRIBUTE, newcomer);
    session.setMaxInactiveInterval(Math.toIntExact(PATIENCE.toSeconds()));
    @Nullable HttpSession oldest = null;
    synchronized (waiting) {
      waiting.put(newcomer, session);
      if (waiting.size() > MOST) {
        Iterator<HttpSession> first = waiting.values().iterator();
        oldest = first.next();
        first.remove();
      }
    }
    if (oldest != null) {
      end(oldest);
    }
  }

  /** Its pages are told; that may wait for what they are doing. */
  private static void end(HttpSession session) {
    Thread.ofVirtual()
        .name("newcomer-out")
        .start(() -> {
          try {
            session.invalidate();
          } catch (IllegalStateException _) {
            // It has ended by itself.
          }
        });
  }

  @Override
  public void sessionDestroyed(HttpSessionEvent event) {
    sessions.decrementAndGet();
    if (event.getSession().getAttribute(ATTRIBUTE) instanceof Newcomer newcomer) {
      synchronized (waiting) {
        waiting.remove(newcomer);
      }
    }
  }

  /** This session is a browser's. Again: nothing changes. */
  static void prove(HttpSession session) {
    if (session.getAttribute(ATTRIBUTE) instanceof Newcomer newcomer
        && newcomer.all.admit(newcomer)) {
      session.removeAttribute(ATTRIBUTE);
      session.setMaxInactiveInterval(Math.toIntExact(newcomer.all.idle.toSeconds()));
    }
  }

  /** As the other, for a page's session. */
  static void prove(@Nullable VaadinSession page) {
    if (page != null && page.getSession() instanceof WrappedHttpSession session) {
      prove(session.getHttpSession());
    }
  }

  private boolean admit(Newcomer newcomer) {
    synchronized (waiting) {
      return waiting.remove(newcomer) != null;
    }
  }
}
