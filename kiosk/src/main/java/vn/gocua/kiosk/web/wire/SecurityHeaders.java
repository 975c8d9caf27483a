package vn.gocua.kiosk.web.wire;

import com.vaadin.flow.server.communication.IndexHtmlResponse;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;

/**
 * Sets security headers. Scripts come from here or carry the page's nonce. {@code unsafe-eval}
 * stays because Vaadin 25.2 runs the server's expressions that way, and inline styles because its
 * components have them.
 */
public final class SecurityHeaders extends HttpFilter {
  private static final long serialVersionUID = 1L;
  private static final String CSP = "Content-Security-Policy";
  private static final String POLICY =
      "default-src 'none'; connect-src 'self'; font-src 'self' data:; img-src 'self' data:;"
          + " manifest-src 'self'; style-src 'self' 'unsafe-inline'; base-uri 'self'; form-action"
          + " 'self'; frame-ancestors 'none'; ";
  private static final List<String> OF_DOCUMENTS =
      List.of(CSP, "X-Frame-Options", "Cross-Origin-Opener-Policy", "Permissions-Policy");
  private static final List<String> METHODS = List.of("GET", "HEAD", "POST");
  private static final SecureRandom RANDOM = new SecureRandom();

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (!METHODS.contains(request.getMethod())) {
      response.setHeader("Allow", String.join(", ", METHODS));
      response.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
      return;
    }
    response.setHeader(CSP, POLICY + "script-src 'self'");
    if (request.isSecure()) {
      response.setHeader("Strict-Transport-Security", "max-age=31536000");
    }
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("X-Frame-Options", "DENY");
    response.setHeader("Referrer-Policy", "no-referrer");
    response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
    response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
    // A ticket's QR code may be shown to the camera of a residents' screen; see camera.js.
    String camera = request.getRequestURI().equals("/kiosk") ? "(self)" : "()";
    response.setHeader(
        "Permissions-Policy",
        "camera=" + camera + ", geolocation=(), microphone=(), payment=(), usb=()");
    try {
      chain.doFilter(request, response);
    } catch (IOException e) {
      // The body is missing or broken: a client's fault.
      if (response.isCommitted()) {
        throw e;
      }
      response.setHeader("Connection", "close");
      response.sendError(HttpServletResponse.SC_BAD_REQUEST);
    }
  }

  /**
   * Takes back what browsers heed for documents only. On some sixty files of a visit it would be as
   * much as a script.
   */
  public static void onlyOfFiles(HttpServletResponse file) {
    OF_DOCUMENTS.forEach(header -> file.setHeader(header, null));
  }

  /** The page's own scripts get a number used once; a script smuggled in would not have it. */
  public static void protectPage(IndexHtmlResponse page) {
    byte[] random = new byte[16];
    RANDOM.nextBytes(random);
    String nonce = HexFormat.of().formatHex(random);
    page.getVaadinResponse()
        .setHeader(CSP, POLICY + "script-src 'self' 'unsafe-eval' 'nonce-" + nonce + "'");
    page.getDocument().getElementsByTag("script").attr("nonce", nonce);
  }
}
