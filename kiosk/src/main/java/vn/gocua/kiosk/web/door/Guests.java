package vn.gocua.kiosk.web.door;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.WrappedHttpSession;
import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpSessionAttributeListener;
import jakarta.servlet.http.HttpSessionBindingEvent;
import jakarta.servlet.http.HttpSessionEvent;
import jakarta.servlet.http.HttpSessionListener;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import vn.gocua.kiosk.desk.access.DeskSession;

/**
 * All sessions, and the choice of the one that ends when there are too many. Newcomers, whose page
 * has neither connected nor been used for a while, have little room and time; the others have more.
 * In both, a session of the largest network goes first. Paired screens and signed-in leaders are
 * never ended. Thread-safe.
 */
public final class Guests implements HttpSessionListener, HttpSessionAttributeListener {
  /** Each holds a page, of a hundred kilobytes at most; a browser opens its line in a second. */
  static final int MOST_NEWCOMERS = 100;

  /** Many times a hall's number. */
  static final int MOST_SETTLED = 500;

  /** Tabs of one browser; each reload begins a page too, and ends the one before. */
  private static final int MOST_PAGES = 4;

  private static final int MOST_PAGES_OF_KNOWN = 30;

  /** A screen's browser has one session, and a few when it is started again and again. */
  private static final int MOST_OF_A_SCREEN = 4;

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /** An active page sends a heartbeat within a minute. */
  private static final Duration PATIENCE_ONCE_USED = Duration.ofSeconds(75);

  /** After so much use a session is no newcomer's. */
  private static final long USED_LONG = Duration.ofSeconds(5).toNanos();

  private final Duration idle;
  private final Predicate<String> paired;
  private final LongSupplier nanos;
  private final Executor beside;
  private final Room newcomers = new Room(MOST_NEWCOMERS);
  private final Room settled = new Room(MOST_SETTLED);
  private final Map<String, Integer> screens = new HashMap<>();

  /**
   * @param idle lifetime of a settled session without a sign of life
   * @param paired whether the screen with that secret may serve; does not block
   * @param nanos as {@link System#nanoTime}
   * @param beside runs work that may wait for pages
   */
  public Guests(Duration idle, Predicate<String> paired, LongSupplier nanos, Executor beside) {
    this.idle = idle;
    this.paired = paired;
    this.nanos = nanos;
    this.beside = beside;
  }

  /** Whether a browser goes before newcomers: a paired screen. */
  synchronized boolean expects(@Nullable String screen) {
    return screen != null
        && screens.getOrDefault(screen, 0) < MOST_OF_A_SCREEN
        && paired.test(screen);
  }

  /**
   * A session begins.
   *
   * @param network where its browser is; all there count together
   * @param screen the secret of the screen it is at; null at none
   */
  void begin(HttpSession session, String network, @Nullable String screen) {
    Guest guest = new Guest(this, session, network, screen, nanos.getAsLong());
    @Nullable Guest out = null;
    boolean kept;
    synchronized (this) {
      kept = keep(guest);
      if (!kept) {
        newcomers.add(guest);
        out = newcomers.tooMany(guest);
      }
    }
    keepFor(session, kept ? idle : PATIENCE);
    end(out);
  }

  /** Counts it among the screen's, if it is at one that is expected. */
  private boolean keep(Guest guest) {
    if (guest.screen == null || !expects(guest.screen)) {
      return false;
    }
    screens.merge(guest.screen, 1, Integer::sum);
    guest.counted = true;
    return true;
  }

  /** Its page sent a request. */
  void used(HttpSession session, boolean says) {
    Guest guest = Guest.of(session);
    if (guest == null) {
      return;
    }
    boolean isNew;
    boolean stays;
    synchronized (this) {
      guest.heard = nanos.getAsLong();
      isNew = says && newcomers.has(guest);
      stays = guest.heard - guest.began >= USED_LONG;
    }
    if (isNew && stays) {
      settle(guest);
    } else if (isNew) {
      keepFor(session, PATIENCE_ONCE_USED);
    }
  }

  /** A page begins: the oldest of a session that has too many ends. */
  public static void page(UI begun) {
    VaadinSession session = begun.getSession();
    Guest guest = guest(session);
    int most = guest == null || guest.guests.isKnown(guest) ? MOST_PAGES_OF_KNOWN : MOST_PAGES;
    List<UI> others =
        session.getUIs().stream()
            .filter(page -> !page.equals(begun) && !page.isClosing())
            .sorted(Comparator.comparingInt(UI::getUIId))
            .toList();
    others.subList(0, Math.max(0, others.size() + 1 - most)).forEach(UI::close);
  }

  private synchronized boolean isKnown(Guest guest) {
    return !newcomers.has(guest) && !settled.has(guest);
  }

  private static @Nullable Guest guest(@Nullable VaadinSession page) {
    return page != null && page.getSession() instanceof WrappedHttpSession session
        ? Guest.of(session.getHttpSession())
        : null;
  }

  /** A page has opened its line, or closed it: it runs in a browser as long as it is open. */
  public static void line(@Nullable VaadinSession page, boolean open) {
    Guest guest = guest(page);
    if (guest != null) {
      guest.guests.line(guest, open);
    }
  }

  /** The same for a guest. */
  void line(Guest guest, boolean open) {
    boolean isNew;
    synchronized (this) {
      guest.heard = nanos.getAsLong();
      guest.lines += open ? 1 : -1;
      isNew = open && newcomers.has(guest);
    }
    if (isNew) {
      settle(guest);
    }
  }

  private void settle(Guest guest) {
    @Nullable Guest out = null;
    synchronized (this) {
      if (!newcomers.remove(guest)) {
        return;
      }
      out = addSettled(guest);
    }
    keepFor(guest.session, idle);
    end(out);
  }

  private @Nullable Guest addSettled(Guest guest) {
    if (keep(guest)) {
      return null;
    }
    settled.add(guest);
    Guest out = settled.tooMany(guest);
    while (out != null && keep(out)) {
      // Its screen has been paired meanwhile.
      out = settled.tooMany(guest);
    }
    return out;
  }

  private static void keepFor(HttpSession session, Duration longest) {
    try {
      session.setMaxInactiveInterval(Math.toIntExact(longest.toSeconds()));
    } catch (IllegalStateException _) {
      // Ended by itself.
    }
  }

  /** Ends a session beside: its pages may be busy. */
  private void end(@Nullable Guest guest) {
    if (guest != null) {
      beside.execute(() -> {
        try {
          guest.session.invalidate();
        } catch (IllegalStateException _) {
          // Ended by itself.
        }
      });
    }
  }

  /** A signed-in leader's session stays until signing out, or until it is idle for long. */
  @Override
  public void attributeAdded(HttpSessionBindingEvent event) {
    Guest guest = signedIn(event);
    if (guest != null) {
      leave(guest);
    }
  }

  /** After signing out, the session is one of the others again. */
  @Override
  public void attributeRemoved(HttpSessionBindingEvent event) {
    Guest guest = signedIn(event);
    @Nullable Guest out = null;
    if (guest != null) {
      synchronized (this) {
        out = guest.ended ? null : addSettled(guest);
      }
    }
    end(out);
  }

  private static @Nullable Guest signedIn(HttpSessionBindingEvent event) {
    return event.getName().equals(DeskSession.ATTRIBUTE) ? Guest.of(event.getSession()) : null;
  }

  @Override
  public void sessionDestroyed(HttpSessionEvent event) {
    Guest guest = Guest.of(event.getSession());
    if (guest != null) {
      synchronized (this) {
        guest.ended = true;
        leave(guest);
        if (guest.counted && guest.screen != null) {
          screens.computeIfPresent(guest.screen, (_, count) -> count > 1 ? count - 1 : null);
        }
      }
    }
  }

  private synchronized void leave(Guest guest) {
    newcomers.remove(guest);
    settled.remove(guest);
  }
}
