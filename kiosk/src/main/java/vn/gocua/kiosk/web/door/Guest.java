package vn.gocua.kiosk.web.door;

import jakarta.servlet.http.HttpSession;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * One session, and what is known of who is behind it. It is kept in the session; its state is
 * guarded by its {@link Guests}.
 */
final class Guest {
  private static final String ATTRIBUTE = Guest.class.getName();

  /** Who is heard of again after so long, its line open, has stayed. */
  private static final long STAYED = Duration.ofMinutes(1).toNanos();

  /** What makes one session go rather than another; the first goes first. */
  enum Standing {
    /** Its page has no line open. */
    AWAY,
    /** Its page has a line open. */
    HERE,
    /** Its page has a line open, and has been heard of for a while. */
    STAYING
  }

  final Guests guests;
  final HttpSession session;
  final String network;

  /** The secret of the screen it is at; null at none. */
  final @Nullable String screen;

  final long began;
  long heard;
  int lines;

  /** Whether it is counted among its screen's. */
  boolean counted;

  boolean ended;

  Guest(Guests guests, HttpSession session, String network, @Nullable String screen, long now) {
    this.guests = guests;
    this.session = session;
    this.network = network;
    this.screen = screen;
    this.began = now;
    this.heard = now;
    session.setAttribute(ATTRIBUTE, this);
  }

  Standing standing() {
    if (lines == 0) {
      return Standing.AWAY;
    }
    return heard - began < STAYED ? Standing.HERE : Standing.STAYING;
  }

  /** Who is behind a session; null if it has ended. */
  static @Nullable Guest of(HttpSession session) {
    try {
      return session.getAttribute(ATTRIBUTE) instanceof Guest guest ? guest : null;
    } catch (IllegalStateException _) {
      return null;
    }
  }
}
