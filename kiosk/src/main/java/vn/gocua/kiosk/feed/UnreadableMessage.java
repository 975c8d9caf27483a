package vn.gocua.kiosk.feed;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The engine said something the kiosk cannot read; the connection is given up and opened anew. */
public final class UnreadableMessage extends IOException {
  private static final long serialVersionUID = 1L;

  UnreadableMessage(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
