package vn.gocua.kiosk.web.cookie;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.VaadinRequest;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
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
 * Identifies a kiosk screen by a secret in a cookie that only this server reads. Made when a
 * browser first opens the kiosk's page, and renewed each time.
 */
public final class ScreenCookie extends HttpFilter {
  private static final long serialVersionUID = 1L;
  private static final String NAME = "gocua-screen";

  /** The longest that browsers keep a cookie. */
  private static final Duration KEPT = Duration.ofDays(400);

  private static final PrivateCookie COOKIE =
      new PrivateCookie(NAME, KEPT, Pattern.compile("[A-Za-z0-9_-]{43}"));
  private static final SecureRandom RANDOM = new SecureRandom();

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    String held = COOKIE.read(request.getCookies());
    COOKIE.write(request, response, held == null ? fresh() : held);
    chain.doFilter(request, response);
  }

  /** Remembers, as a page begins, which browser it is in: later calls carry no cookies. */
  public static void remember(UI ui) {
    VaadinRequest request = VaadinRequest.getCurrent();
    String held = request == null ? null : COOKIE.read(request.getCookies());
    if (held != null) {
      ComponentUtil.setData(ui, NAME, held);
    }
  }

  /** The secret that a browser brings; null if it brings none. */
  public static @Nullable String of(HttpServletRequest request) {
    return COOKIE.read(request.getCookies());
  }

  /** The secret of the browser that this page is in; null if it keeps none. */
  public static @Nullable String of(UI ui) {
    return ComponentUtil.getData(ui, NAME) instanceof String held ? held : null;
  }

  private static String fresh() {
    byte[] random = new byte[32];
    RANDOM.nextBytes(random);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
  }
}
