package vn.gocua.protocol.client;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The engine said something that its client cannot read. The text names the field, no content. */
public final class UnreadableMessage extends IOException {
  private static final long serialVersionUID = 1L;

  UnreadableMessage(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
