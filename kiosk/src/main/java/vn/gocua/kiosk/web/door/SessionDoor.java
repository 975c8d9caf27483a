package vn.gocua.kiosk.web.door;

import com.vaadin.flow.server.HandlerHelper.RequestType;
import com.vaadin.flow.shared.ApplicationConstants;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import org.eclipse.jetty.util.UrlEncoded;
import org.jspecify.annotations.Nullable;
import vn.gocua.base.time.Pacer.Timer;
import vn.gocua.kiosk.web.cookie.ScreenCookie;

/**
 * Gives a session only to a page in a browser that asks for its first view, in its turn. All other
 * requests are answered without one, so that they leave nothing behind.
 */
public final class SessionDoor extends HttpFilter {
  private static final long serialVersionUID = 1L;

  /** Files of pages, not pages. */
  private static final List<String> FILES =
      List.of("/VAADIN/", "/gocua/", "/webjars/", "/health/", "/.well-known/");

  private static final String TYPE = ApplicationConstants.REQUEST_TYPE_PARAMETER;
  private static final String INIT = RequestType.INIT.getIdentifier();
  private static final String RETRY_SECONDS = "5";

  /** A newcomer needs one of the newcomers' places for three seconds at least. */
  private static final int FIRST_VIEWS_A_SECOND = Guests.MOST_NEWCOMERS / 4;

  private static final int MOST_WAITING = 500;

  private final transient Guests guests;
  private final transient DoorTicket ticket = new DoorTicket();
  private final transient Turnstile turnstile;
  private final transient InstantSource clock;

  /**
   * @param timer runs the waiting ones
   */
  public SessionDoor(Guests guests, InstantSource clock, Timer timer) {
    this.guests = guests;
    this.clock = clock;
    turnstile = new Turnstile(FIRST_VIEWS_A_SECOND, FIRST_VIEWS_A_SECOND, MOST_WAITING, timer);
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    HttpSession session = request.getSession(false);
    boolean get = request.getMethod().equals("GET");
    if (session != null) {
      guests.used(session, !get);
      chain.doFilter(request, response);
    } else if (isFirstQuestion(request)) {
      if (!get || !ticket.isHeld(request)) {
        response.sendError(HttpServletResponse.SC_FORBIDDEN);
        return;
      }
      String network = network(request.getRemoteAddr());
      String screen = ScreenCookie.of(request);
      if (guests.expects(screen) || turnstile.pass(network)) {
        guests.begin(request.getSession(true), network, screen);
        chain.doFilter(request, response);
      } else {
        response.setHeader("Retry-After", RETRY_SECONDS);
        response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
      }
    } else {
      if (get && FILES.stream().noneMatch(request.getRequestURI()::startsWith)) {
        ticket.give(request, response);
      }
      chain.doFilter(new Passing(request, clock.instant()), response);
    }
  }

  /** An address; of one of version 6 the half that is a household's or a firm's. */
  static String network(String address) {
    try {
      byte[] bytes = InetAddress.ofLiteral(address.replaceAll("[\\[\\]]", "")).getAddress();
      return HexFormat.of().formatHex(bytes, 0, Math.min(bytes.length, 8));
    } catch (IllegalArgumentException _) {
      return address;
    }
  }

  /** Reads the query alone: a form's fields belong to its servlet. */
  private static boolean isFirstQuestion(HttpServletRequest request) {
    String query = request.getQueryString();
    if (query == null) {
      return false;
    }
    try {
      List<String> asked = UrlEncoded.decodeQuery(query).getValues(TYPE);
      return asked != null && asked.contains(INIT);
    } catch (RuntimeException _) {
      return false;
    }
  }

  /** Gives a session that is gone with the answer. */
  private static final class Passing extends HttpServletRequestWrapper {
    private final Instant began;
    private @Nullable HttpSession session;

    Passing(HttpServletRequest request, Instant began) {
      super(request);
      this.began = began;
    }

    @Override
    public @Nullable HttpSession getSession(boolean create) {
      if (session == null && create) {
        session = new PassingSession(getServletContext(), began);
      }
      return session;
    }

    /** A form's fields never begin a page. */
    @Override
    public @Nullable String getParameter(String name) {
      String value = super.getParameter(name);
      return name.equals(TYPE) && INIT.equals(value) ? null : value;
    }

    @Override
    public @Nullable HttpSession getSession() {
      return getSession(true);
    }
  }
}
