package vn.gocua.kiosk.web.cookie;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A cookie that only this server reads, hidden from scripts and other sites. Over HTTPS its name
 * begins with {@value #PREFIX}, which only this host can set over HTTPS. Both names are always
 * read: a browser may have got the plain one before HTTPS, or behind another proxy.
 */
public final class PrivateCookie {
  public static final String PREFIX = "__Host-";

  private final String name;
  private final Duration kept;
  private final Pattern values;

  /**
   * @param name without the prefix
   * @param kept lifetime in browsers; 400 days is their longest
   * @param values form of this server's values; others are ignored
   */
  public PrivateCookie(String name, Duration kept, Pattern values) {
    this.name = name;
    this.kept = kept;
    this.values = values;
  }

  /** The cookie's value, null if there is none; the safer name goes first. */
  public @Nullable String read(Cookie @Nullable [] cookies) {
    if (cookies == null) {
      return null;
    }
    for (String known : List.of(PREFIX + name, name)) {
      for (Cookie cookie : cookies) {
        if (cookie.getName().equals(known) && values.matcher(cookie.getValue()).matches()) {
          return cookie.getValue();
        }
      }
    }
    return null;
  }

  /** Sets the value and restarts its lifetime. */
  public void write(HttpServletRequest request, HttpServletResponse response, String value) {
    boolean secure = request.isSecure();
    response.addCookie(cookie(secure ? PREFIX + name : name, value, kept, secure));
    if (secure && has(request, name)) {
      response.addCookie(cookie(name, "", Duration.ZERO, true));
    }
  }

  /** Has the browser forget it. */
  void remove(HttpServletRequest request, HttpServletResponse response) {
    for (String known : List.of(PREFIX + name, name)) {
      if (has(request, known)) {
        response.addCookie(cookie(known, "", Duration.ZERO, !known.equals(name)));
      }
    }
  }

  private static boolean has(HttpServletRequest request, String name) {
    Cookie[] cookies = request.getCookies();
    return cookies != null && List.of(cookies).stream().anyMatch(c -> c.getName().equals(name));
  }

  private static Cookie cookie(String name, String value, Duration kept, boolean secure) {
    Cookie cookie = new Cookie(name, value);
    cookie.setPath("/");
    cookie.setHttpOnly(true);
    cookie.setSecure(secure);
    cookie.setMaxAge(Math.toIntExact(kept.toSeconds()));
    cookie.setAttribute("SameSite", "Strict");
    return cookie;
  }
}
