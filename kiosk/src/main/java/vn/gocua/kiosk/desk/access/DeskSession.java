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
 * A leader's session at the desk. Kept in this server's memory only: the engine's token never
 * reaches the browser.
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

  public DeskSession(String username, SessionInfo opened, Instant now, Language language) {
    this.username = username;
    this.role = opened.role();
    this.token = opened.token();
    this.lasts = lasting(Duration.between(now, opened.expiresAt()));
    this.mustChangePassword = Boolean.TRUE.equals(opened.mustChangePassword());
    this.browser = opened.browser();
    this.language = language;
  }

  /** Session of the current request; null if there is none, or it has ended. */
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
   * Session of the current request.
   *
   * @throws IllegalStateException without one; pages are guarded, so this is a mistake in the
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

  /** Whether the password must be changed before anything else. */
  public boolean mustChangePassword() {
    return mustChangePassword;
  }

  /** Token by which this browser is recognised at the next sign-in; null for none. */
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
  public Caller caller() {
    return new Caller(token, language.tag());
  }

  /** Ends the session, after signing out or because the engine no longer knows it. */
  public void end() {
    ended = true;
  }

  /**
   * Whether it has ended, by a monotonic clock. An earlier end is found at the next call of the
   * engine.
   */
  public boolean over() {
    return ended || System.nanoTime() - openedAt > lasts.toNanos();
  }

  /** Corrects a duration that only the two clocks' difference can explain. */
  private static Duration lasting(Duration byBothClocks) {
    return byBothClocks.isPositive() && byBothClocks.compareTo(LONGEST) < 0
        ? byBothClocks
        : LONGEST;
  }
}
