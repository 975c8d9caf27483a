package vn.gocua.kiosk.desk.kit;

import com.vaadin.flow.server.streams.UploadEvent;
import com.vaadin.flow.server.streams.UploadHandler;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Reads an uploaded file into memory. The page refuses too large files before; requests without the
 * page are refused here.
 */
@SuppressWarnings("serial") // Sessions live and end in this process.
public final class SmallFile implements UploadHandler {
  private final int most;
  private final Consumer<byte[]> taker;

  /**
   * @param most bytes of the file
   */
  public SmallFile(int most, Consumer<byte[]> taker) {
    this.most = most;
    this.taker = taker;
  }

  @Override
  public void handleUploadRequest(UploadEvent event) throws IOException {
    try (InputStream in = event.getInputStream()) {
      read(in, most).ifPresentOrElse(taker, event::reject);
    }
  }

  /** Everything; empty if that is more than may be. */
  static Optional<byte[]> read(InputStream in, int most) throws IOException {
    byte[] bytes = in.readNBytes(most + 1);
    return bytes.length > most ? Optional.empty() : Optional.of(bytes);
  }
}
