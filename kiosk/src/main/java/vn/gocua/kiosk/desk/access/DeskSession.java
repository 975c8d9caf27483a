package vn.gocua.kiosk.desk.access;

import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.WrappedSession;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.gocua.base.text.Language;
import vn.gocua.protocol.access.SessionInfo;
import vn.gocua.protocol.client.Caller;

/**
 * Somebody at the desk, from signing in until the session ends. Kept in this server's memory only:
 * the engine's token never reaches the browser.
 */
public final class DeskSession {
  /** Under this name the HTTP session keeps it. */
  public static final String ATTRIBUTE = "gocua.desk";

  /** The engine's sessions last no longer. */
  private static final Duration LONGEST = Duration.ofHours(12);

  private final String username;
  private final String role;
  private final String token;
  private final long openedAt = System.nanoTime();
  private final Duration lasts;
  private final boolean mustChangePassword;
  private final @Nullable String browser;
  private volatile Language language;
  private volatile boolean ended;

  public DeskSession(String username, SessionInfo opened, Language language) {
    this.username = username;
    this.role = opened.role();
    this.token = opened.token();
    this.lasts = lasting(Duration.between(Instant.now(), opened.expiresAt()));
    this.mustChangePassword = Boolean.TRUE.equals(opened.mustChangePassword());
    this.browser = opened.browser();
    this.language = language;
  }

  /** Whoever is signed in where this runs; null if nobody is, or the session has ended. */
  public static @Nullable DeskSession current() {
    VaadinSession vaadin = VaadinSession.getCurrent();
    WrappedSession http = vaadin == null ? null : vaadin.getSession();
    return http != null
            && http.getAttribute(ATTRIBUTE) instanceof DeskSession session
            && !session.over()
        ? session
        : null;
  }

  /**
   * Whoever is signed in.
   *
   * @throws IllegalStateException if nobody is; pages are guarded, so this is a mistake in the
   *     program
   */
  public static DeskSession required() {
    DeskSession session = current();
    if (session == null) {
      throw new IllegalStateException("nobody is signed in");
    }
    return session;
  }

  public String username() {
    return username;
  }

  public boolean admin() {
    return role.equals("admin");
  }

  /** Whether the engine waits for another password before it allows anything. */
  public boolean mustChangePassword() {
    return mustChangePassword;
  }

  /** What this browser may keep, to be known when the account signs in again; null for nothing. */
  public @Nullable String browser() {
    return browser;
  }

  public Language language() {
    return language;
  }

  public void speak(Language other) {
    language = other;
  }

  /** In whose name the engine is asked. */
  public Caller asker() {
    return new Caller(token, language.tag());
  }

  /** The engine knows this session no longer, or it was signed out. */
  public void end() {
    ended = true;
  }

  /**
   * Whether it has ended. How long it lasts is measured by a clock that nobody sets; what it can't
   * know, the engine says when it is next asked.
   */
  public boolean over() {
    return ended || System.nanoTime() - openedAt > lasts.toNanos();
  }

  /** What can't be is what the clocks of engine and kiosk differ by. */
  private static Duration lasting(Duration byBothClocks) {
    return byBothClocks.isPositive() && byBothClocks.compareTo(LONGEST) < 0
        ? byBothClocks
        : LONGEST;
  }
}
