package vn.gocua.kiosk.web;

import com.vaadin.flow.shared.ApplicationConstants;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.zip.CRC32;
import org.jsoup.nodes.Document;

/** The script that keeps a page honest when this server falls silent; see its own words. */
final class WatchScript {
  private static final String PATH = "/gocua/watch.js";

  /** Browsers keep the script for good; one that has changed has another address. */
  private static final String ADDRESS =
      PATH + "?" + ApplicationConstants.CONTENT_HASH_PARAMETER + "=" + contentHash();

  private WatchScript() {}

  static void addTo(Document page) {
    page.head().appendElement("script").attr("src", ADDRESS).attr("defer", true);
  }

  private static String contentHash() {
    try (InputStream script = WatchScript.class.getResourceAsStream("/META-INF/resources" + PATH)) {
      CRC32 crc = new CRC32();
      crc.update(Objects.requireNonNull(script, PATH).readAllBytes());
      return Long.toHexString(crc.getValue());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
