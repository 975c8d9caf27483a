package vn.gocua.kiosk.screen;

import com.vaadin.flow.shared.ApplicationConstants;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Objects;
import java.util.zip.CRC32;

/** Addresses by which browsers keep our static files for good: one that changed has another. */
public final class Versioned {
  private Versioned() {}

  /**
   * The address of one of our static files, with its version.
   *
   * @param path such as {@code /gocua/watch.js}
   */
  public static String address(String path) {
    URL file = Versioned.class.getResource("/META-INF/resources" + path);
    return path
        + "?"
        + ApplicationConstants.CONTENT_HASH_PARAMETER
        + "="
        + hash(Objects.requireNonNull(file, path));
  }

  /** Eight hexadecimal digits made of the file's content. */
  public static String hash(URL file) {
    try (InputStream content = file.openStream()) {
      CRC32 crc = new CRC32();
      crc.update(content.readAllBytes());
      return "%08x".formatted(crc.getValue());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
