package vn.gocua.kiosk.web.door;

import java.util.Map;
import org.eclipse.jetty.ee11.servlet.SessionHandler;
import org.eclipse.jetty.http.HttpCookie;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.session.ManagedSession;
import org.jspecify.annotations.Nullable;
import vn.gocua.kiosk.web.cookie.PrivateCookie;

/** Sessions whose cookie has the prefix of {@link PrivateCookie} over HTTPS. */
public final class Sessions extends SessionHandler {
  @Override
  public @Nullable HttpCookie getSessionCookie(ManagedSession session, boolean requestIsSecure) {
    HttpCookie cookie = super.getSessionCookie(session, requestIsSecure);
    if (cookie == null || !requestIsSecure) {
      return cookie;
    }
    return HttpCookie.from(
        PrivateCookie.PREFIX + cookie.getName(),
        cookie.getValue(),
        Map.copyOf(cookie.getAttributes()));
  }

  /** Whether a request names an existing session. */
  public boolean knows(Request request) {
    String plain = getSessionCookie();
    for (HttpCookie cookie : Request.getCookies(request)) {
      if (cookie.getName().equals(plain) || cookie.getName().equals(PrivateCookie.PREFIX + plain)) {
        ManagedSession session = getManagedSession(cookie.getValue());
        if (session != null && session.isValid()) {
          return true;
        }
      }
    }
    return false;
  }

  @Override
  protected RequestedSession resolveRequestedSessionId(Request request) {
    String safe = PrivateCookie.PREFIX + getSessionCookie();
    for (HttpCookie cookie : Request.getCookies(request)) {
      if (cookie.getName().equals(safe)) {
        ManagedSession session = getManagedSession(cookie.getValue());
        if (session != null && session.isValid()) {
          return new RequestedSession(session, cookie.getValue(), RequestedSession.ID_FROM_COOKIE);
        }
      }
    }
    return super.resolveRequestedSessionId(request);
  }
}
