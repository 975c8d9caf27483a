package vn.gocua.engine.fuzz;

import io.vertx.core.buffer.Buffer;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import java.util.zip.InflaterInputStream;
import org.jspecify.annotations.Nullable;

/** One connection that sends bytes as they are and reads answers; opened anew when it was ended. */
final class RawClient implements AutoCloseable {
  private static final int PATIENCE_MS = 20_000;
  private static final int MOST_BYTES = 256 * 1024 * 1024;

  private final URI server;
  private @Nullable Socket socket;
  private @Nullable InputStream in;

  /** The request before, on this connection or the one before. */
  private String last = "nothing";

  RawClient(URI server) {
    this.server = server;
  }

  /**
   * What was answered.
   *
   * @param headers by their names in small letters
   * @param body empty where it is a stream without end
   */
  record Raw(int status, Map<String, String> headers, Buffer body) {
    String header(String name) {
      return headers.getOrDefault(name, "");
    }

    String text() {
      return body.toString();
    }
  }

  /**
   * Sends a request and reads its answer.
   *
   * @throws IOException if none came: also when the server hung up without one
   */
  Raw send(RawRequest request) throws IOException {
    boolean fresh = socket == null;
    try {
      return exchange(request);
    } catch (IOException e) {
      close();
      // Between two requests the server may have ended the connection, as it is free to; but not
      // have let it stand without an answer.
      if (fresh || e instanceof SocketTimeoutException) {
        throw new IOException(e + ", after " + last, e);
      }
      return exchange(request);
    }
  }

  private Raw exchange(RawRequest request) throws IOException {
    Socket open = socket;
    InputStream answers = in;
    if (open == null || answers == null) {
      open = new Socket(InetAddress.getByName(server.getHost()), server.getPort());
      open.setSoTimeout(PATIENCE_MS);
      open.setTcpNoDelay(true);
      answers = new BufferedInputStream(open.getInputStream(), 64 * 1024);
      socket = open;
      in = answers;
    }
    try {
      open.getOutputStream().write(request.bytes());
      open.getOutputStream().flush();
    } catch (IOException _) {
      // It may have answered before it heard everything; the answer tells.
    }
    Raw answer = read(answers, request.method().equals("HEAD"));
    last = request.method() + " " + request.target() + " " + request.headers();
    if (answer.header("connection").equalsIgnoreCase("close")) {
      close();
    }
    return answer;
  }

  private Raw read(InputStream answers, boolean headOnly) throws IOException {
    String line = line(answers);
    if (!line.matches("HTTP/1\\.[01] [0-9]{3}.*")) {
      throw new IOException("no status line: " + line);
    }
    int status = Integer.parseInt(line.substring(9, 12));
    Map<String, String> headers = new TreeMap<>();
    for (line = line(answers); !line.isEmpty(); line = line(answers)) {
      int colon = line.indexOf(':');
      headers.merge(
          line.substring(0, colon).toLowerCase(Locale.ROOT),
          line.substring(colon + 1).strip(),
          (a, b) -> a + ", " + b);
    }
    if (status == 100) {
      return read(answers, headOnly);
    }
    Raw head = new Raw(status, headers, Buffer.buffer());
    if (headOnly || status == 204 || status == 304) {
      return head;
    }
    if (head.header("content-type").startsWith("text/event-stream")) {
      close();
      return head;
    }
    return new Raw(status, headers, Buffer.buffer(unpacked(head, body(answers, head))));
  }

  private static byte[] unpacked(Raw head, byte[] body) throws IOException {
    InputStream packed = new ByteArrayInputStream(body);
    return switch (head.header("content-encoding")) {
      case "", "identity" -> body;
      case "gzip" -> new GZIPInputStream(packed).readAllBytes();
      case "deflate" -> new InflaterInputStream(packed).readAllBytes();
      default -> throw new IOException("packed as " + head.header("content-encoding"));
    };
  }

  private byte[] body(InputStream answers, Raw head) throws IOException {
    String length = head.header("content-length");
    if (!length.isEmpty()) {
      return exactly(answers, Integer.parseInt(length));
    }
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    if (!head.header("transfer-encoding").equals("chunked")) {
      body.writeBytes(answers.readNBytes(MOST_BYTES));
      close();
      return body.toByteArray();
    }
    int size = Integer.parseInt(line(answers), 16);
    while (size > 0) {
      body.writeBytes(exactly(answers, size));
      line(answers);
      size = Integer.parseInt(line(answers), 16);
    }
    line(answers);
    return body.toByteArray();
  }

  private static byte[] exactly(InputStream answers, int length) throws IOException {
    byte[] bytes = answers.readNBytes(length);
    if (bytes.length < length) {
      throw new EOFException("the answer was cut short");
    }
    return bytes;
  }

  private static String line(InputStream answers) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int c = answers.read(); c != '\n'; c = answers.read()) {
      if (c < 0) {
        throw new EOFException("hung up without an answer");
      }
      if (c != '\r') {
        line.write(c);
      }
    }
    return line.toString(StandardCharsets.ISO_8859_1);
  }

  @Override
  public void close() {
    Socket open = socket;
    socket = null;
    in = null;
    try {
      if (open != null) {
        open.close();
      }
    } catch (IOException _) {
      // It is of no further use either way.
    }
  }
}
