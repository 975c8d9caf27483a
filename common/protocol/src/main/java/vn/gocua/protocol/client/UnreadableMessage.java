package vn.gocua.protocol.client;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * A message of the engine that the client cannot read. The text names the field, without content.
 */
public final class UnreadableMessage extends IOException {
  private static final long serialVersionUID = 1L;

  UnreadableMessage(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
