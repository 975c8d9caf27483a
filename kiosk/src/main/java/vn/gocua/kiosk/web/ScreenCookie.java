package vn.gocua.kiosk.web;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.VaadinRequest;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What tells one kiosk screen from all other browsers: a secret in a cookie that only this server
 * reads. It is made when a browser first opens the kiosk's page, and renewed each time.
 */
public final class ScreenCookie extends HttpFilter {
  private static final long serialVersionUID = 1L;
  private static final String NAME = "gocua-screen";

  /** The longest that browsers keep a cookie. */
  private static final Duration KEPT = Duration.ofDays(400);

  private static final Pattern SECRET = Pattern.compile("[A-Za-z0-9_-]{43}");
  private static final SecureRandom RANDOM = new SecureRandom();

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    String held = secret(request.getCookies());
    Cookie cookie = new Cookie(NAME, held == null ? fresh() : held);
    cookie.setPath("/");
    cookie.setHttpOnly(true);
    cookie.setSecure(request.isSecure());
    cookie.setMaxAge(Math.toIntExact(KEPT.toSeconds()));
    cookie.setAttribute("SameSite", "Strict");
    response.addCookie(cookie);
    chain.doFilter(request, response);
  }

  /** Remembers, as a page begins, which browser it is in: later calls carry no cookies. */
  static void remember(UI ui) {
    VaadinRequest request = VaadinRequest.getCurrent();
    String held = request == null ? null : secret(request.getCookies());
    if (held != null) {
      ComponentUtil.setData(ui, NAME, held);
    }
  }

  /** The secret of the browser that this page is in; null if it keeps none. */
  public static @Nullable String of(UI ui) {
    return ComponentUtil.getData(ui, NAME) instanceof String held ? held : null;
  }

  private static @Nullable String secret(Cookie @Nullable [] cookies) {
    if (cookies != null) {
      for (Cookie cookie : cookies) {
        if (cookie.getName().equals(NAME) && SECRET.matcher(cookie.getValue()).matches()) {
          return cookie.getValue();
        }
      }
    }
    return null;
  }

  private static String fresh() {
    byte[] random = new byte[32];
    RANDOM.nextBytes(random);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
  }
}
