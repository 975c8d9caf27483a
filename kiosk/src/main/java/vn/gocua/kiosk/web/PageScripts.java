package vn.gocua.kiosk.web;

import com.vaadin.flow.shared.ApplicationConstants;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.zip.CRC32;
import org.jsoup.nodes.Document;

/**
 * Adds our own scripts ahead of Vaadin's: for a silent server, for live figures, for the residents'
 * kiosk, its camera and its scanner.
 */
final class PageScripts {
  /**
   * Browsers keep scripts for good; one that has changed has another address.
   *
   * <p>In reverse, since each is put before the others.
   */
  private static final List<String> ADDRESSES =
      List.of(
          address("/gocua/watch.js"),
          address("/gocua/desk-live.js"),
          address("/gocua/desk-print.js"),
          address("/gocua/kiosk.js"),
          address("/gocua/camera.js"),
          address("/gocua/scanner.js"));

  private PageScripts() {}

  static void addTo(Document page) {
    for (String address : ADDRESSES) {
      page.head().prependElement("script").attr("src", address).attr("defer", true);
    }
  }

  private static String address(String path) {
    return path + "?" + ApplicationConstants.CONTENT_HASH_PARAMETER + "=" + contentHash(path);
  }

  private static String contentHash(String path) {
    try (InputStream script = PageScripts.class.getResourceAsStream("/META-INF/resources" + path)) {
      CRC32 crc = new CRC32();
      crc.update(Objects.requireNonNull(script, path).readAllBytes());
      return Long.toHexString(crc.getValue());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
