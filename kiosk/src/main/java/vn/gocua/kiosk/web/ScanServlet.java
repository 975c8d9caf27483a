package vn.gocua.kiosk.web;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import vn.gocua.kiosk.screen.QrReading;

/**
 * Finds a QR code in a camera's picture of this machine, for browsers that can't: a square of grey
 * values, a byte each. Pictures are not kept, and accepted from this machine only, so that none
 * ever travels.
 */
final class ScanServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  /** Pixels of a side; camera.js sends squares of this size. */
  static final int SIDE = 480;

  /** One picture at a time. */
  private static final Semaphore TURN = new Semaphore(1);

  private static final int PATIENCE_SECONDS = 2;

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (!isHere(request)) {
      response.sendError(HttpServletResponse.SC_FORBIDDEN);
      return;
    }
    byte[] grey = request.getInputStream().readNBytes(SIDE * SIDE + 1);
    if (grey.length != SIDE * SIDE) {
      response.sendError(HttpServletResponse.SC_BAD_REQUEST);
      return;
    }
    response.setHeader("Cache-Control", "no-store");
    Optional<String> found = inTurn(grey);
    if (found.isEmpty()) {
      response.setStatus(HttpServletResponse.SC_NO_CONTENT);
      return;
    }
    response.setContentType("text/plain");
    response.setCharacterEncoding(StandardCharsets.UTF_8.name());
    response.getWriter().write(found.get());
  }

  /** Also not by way of a proxy on this machine. */
  private static boolean isHere(HttpServletRequest request) {
    return InetAddress.ofLiteral(request.getRemoteAddr().replaceAll("[\\[\\]]", ""))
            .isLoopbackAddress()
        && request.getHeader("X-Forwarded-For") == null
        && request.getHeader("Forwarded") == null;
  }

  /** A camera sends the next picture soon: one that would wait for long is passed over. */
  private static Optional<String> inTurn(byte[] grey) {
    try {
      if (!TURN.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        return Optional.empty();
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
    try {
      return QrReading.read(grey, SIDE);
    } finally {
      TURN.release();
    }
  }
}
