package vn.gocua.protocol.client;

import java.io.IOException;
import java.io.InputStream;

/**
 * A downloading file of any length; its reader closes it.
 *
 * @param type of its content
 */
public record FetchedFile(String type, InputStream body) implements AutoCloseable {
  @Override
  public void close() throws IOException {
    body.close();
  }
}
