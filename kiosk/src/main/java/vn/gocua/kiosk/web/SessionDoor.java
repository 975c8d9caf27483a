package vn.gocua.kiosk.web;

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
import java.util.List;
import org.eclipse.jetty.util.UrlEncoded;
import org.jspecify.annotations.Nullable;

/**
 * Who gets a session: a page that runs in a browser and asks for its first view. Everybody else is
 * answered without one, so that a visit which is none leaves nothing behind.
 */
final class SessionDoor extends HttpFilter {
  private static final long serialVersionUID = 1L;

  /** Files of pages, not pages. */
  private static final List<String> FILES =
      List.of("/VAADIN/", "/gocua/", "/webjars/", "/health/", "/.well-known/");

  private static final String TYPE = ApplicationConstants.REQUEST_TYPE_PARAMETER;
  private static final String INIT = RequestType.INIT.getIdentifier();
  private static final String RETRY_SECONDS = "10";

  private final transient Newcomers newcomers;
  private final transient DoorTicket ticket = new DoorTicket();

  SessionDoor(Newcomers newcomers) {
    this.newcomers = newcomers;
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    HttpSession session = request.getSession(false);
    boolean get = request.getMethod().equals("GET");
    if (session != null) {
      if (!get) {
        Newcomers.prove(session);
      }
      chain.doFilter(request, response);
    } else if (isFirstQuestion(request)) {
      if (!get || !ticket.isHeld(request)) {
        response.sendError(HttpServletResponse.SC_FORBIDDEN);
      } else if (newcomers.isFull()) {
        response.setHeader("Retry-After", RETRY_SECONDS);
        response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
      } else {
        chain.doFilter(request, response);
      }
    } else {
      if (get && FILES.stream().noneMatch(request.getRequestURI()::startsWith)) {
        ticket.give(request, response);
      }
      chain.doFilter(new Passing(request), response);
    }
  }

  /** Of the query alone: a form's fields are its servlet's to read. */
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

  /** Whatever wants a session gets one that is gone with the answer. */
  private static final class Passing extends HttpServletRequestWrapper {
    private @Nullable HttpSession session;

    Passing(HttpServletRequest request) {
      super(request);
    }

    @Override
    public @Nullable HttpSession getSession(boolean create) {
      if (session == null && create) {
        session = new PassingSession(getServletContext());
      }
      return session;
    }

    /** Nothing that a form says begins a page. */
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
