package vn.gocua.engine.fuzz;

import io.vertx.core.buffer.Buffer;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A request as bytes, so that it may be as wrong as it likes.
 *
 * @param target what stands in the request line, not checked
 * @param headers whole lines, not checked; {@code Host} and {@code Content-Length} are added
 */
record RawRequest(String method, String target, List<String> headers, Buffer body) {
  private static final int SHOWN = 300;

  byte[] bytes() {
    StringBuilder head = new StringBuilder();
    head.append(method).append(' ').append(target).append(" HTTP/1.1\r\nHost: localhost\r\n");
    headers.forEach(header -> head.append(header).append("\r\n"));
    if (body.length() > 0 || !method.equals("GET")) {
      head.append("Content-Length: ").append(body.length()).append("\r\n");
    }
    head.append("\r\n");
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes(head.toString().getBytes(StandardCharsets.UTF_8));
    bytes.writeBytes(body.getBytes());
    return bytes.toByteArray();
  }

  @Override
  public String toString() {
    String shown = body.getString(0, Math.min(SHOWN, body.length()));
    String path = target.length() > SHOWN ? target.substring(0, SHOWN) + "…" : target;
    return method + " " + path + " " + headers + " (" + body.length() + " bytes) " + shown;
  }
}
