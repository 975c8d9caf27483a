package vn.gocua.kiosk.web;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.PlanarYUVLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/**
 * Finds a QR code in what a camera of this very machine sees, for browsers that can't by
 * themselves: a square of grey values, a byte each. Nothing of it is kept, and nothing is taken
 * from another machine, so that no picture ever travels.
 */
final class ScanServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  /** Pixels of a side; camera.js sends squares of this size. */
  static final int SIDE = 480;

  private static final Map<DecodeHintType, ?> HINTS = Map.of(DecodeHintType.TRY_HARDER, true);

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
    Optional<String> found = read(grey);
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

  static Optional<String> read(byte[] grey) {
    var source = new PlanarYUVLuminanceSource(grey, SIDE, SIDE, 0, 0, SIDE, SIDE, false);
    try {
      BinaryBitmap bitmap = new BinaryBitmap(new HybridBinarizer(source));
      return Optional.of(new QRCodeReader().decode(bitmap, HINTS).getText());
    } catch (ReaderException _) {
      return Optional.empty();
    }
  }
}
