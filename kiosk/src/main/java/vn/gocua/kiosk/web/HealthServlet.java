package vn.gocua.kiosk.web;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import vn.gocua.kiosk.feed.EngineFeed;
import vn.gocua.kiosk.feed.FeedState.Signal;

/**
 * {@code /health/live}: the process answers. {@code /health/ready}: it also receives the engine's
 * stream.
 */
final class HealthServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  private final transient EngineFeed feed;

  HealthServlet(EngineFeed feed) {
    this.feed = feed;
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    switch (request.getServletPath()) {
      case "/health/live" -> answer(response, 200, "{\"status\":\"up\"}");
      case "/health/ready" -> {
        boolean ready = feed.state().signal() == Signal.LIVE;
        answer(
            response,
            ready ? 200 : 503,
            ready ? "{\"status\":\"up\"}" : "{\"status\":\"down\",\"failing\":\"engine\"}");
      }
      default -> response.sendError(HttpServletResponse.SC_NOT_FOUND);
    }
  }

  private static void answer(HttpServletResponse response, int status, String json)
      throws IOException {
    response.setStatus(status);
    response.setContentType("application/json");
    response.setHeader("Cache-Control", "no-store");
    response.getOutputStream().write(json.getBytes(StandardCharsets.UTF_8));
  }
}
