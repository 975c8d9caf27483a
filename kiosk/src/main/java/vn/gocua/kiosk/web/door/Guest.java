package vn.gocua.kiosk.web.door;

import jakarta.servlet.http.HttpSession;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** One session and its visitor. Stored in the session; guarded by its {@link Guests}. */
final class Guest {
  private static final String ATTRIBUTE = Guest.class.getName();

  /** A page heard again after so long, with an open connection, has stayed. */
  private static final long STAYED = Duration.ofMinutes(1).toNanos();

  /** Priority of sessions when one must end; the first goes first. */
  enum Standing {
    /** Its page has no open connection. */
    AWAY,
    /** Its page has an open connection. */
    HERE,
    /** Its page has an open connection, and has been active for a while. */
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

  /** Whether it counts among its screen's sessions. */
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

  /** The guest of a session; null if it has ended. */
  static @Nullable Guest of(HttpSession session) {
    try {
      return session.getAttribute(ATTRIBUTE) instanceof Guest guest ? guest : null;
    } catch (IllegalStateException _) {
      return null;
    }
  }
}
