package vn.gocua.kiosk.web.wire;

import java.io.IOException;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpCompliance;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpParser;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.ProxyConnectionFactory.ProxyEndPoint;

/**
 * Refuses chunk sizes that no body here has and that overflow: Jetty accepts up to sixteen digits,
 * and then waits for ever. A second parser reads along, so that bodies, heads and chunks have the
 * same borders as for Jetty.
 */
public final class ChunkGuard extends HttpConnectionFactory {
  /** Enough for two thousand million, as at the engine. */
  private static final int MOST_DIGITS = 8;

  /** No size of a chunk: replaces one that is too large. */
  private static final byte NONE = 'x';

  public ChunkGuard(HttpConfiguration http) {
    super(http);
  }

  @Override
  public Connection newConnection(Connector connector, EndPoint line) {
    HttpConfiguration http = getHttpConfiguration();
    return super.newConnection(
        connector, new Guarded(line, http.getRequestHeaderSize(), http.getHttpCompliance()));
  }

  private static final class Guarded extends ProxyEndPoint implements HttpParser.RequestHandler {
    private final EndPoint line;
    private final HttpParser parser;
    private boolean watching = true;

    /** State of a chunk's size: only digits so far, their number, and their value. */
    private boolean inSize = true;

    private int digits;
    private long size;

    /** Bytes of the chunk still to come. */
    private long left;

    Guarded(EndPoint line, int longestHead, HttpCompliance compliance) {
      super(line, null, null);
      this.line = line;
      this.parser = new HttpParser(this, longestHead, compliance);
    }

    @Override
    public int fill(ByteBuffer buffer) throws IOException {
      int filled = super.fill(buffer);
      if (filled > 0 && watching) {
        ByteBuffer news = buffer.duplicate();
        read(news.position(buffer.limit() - filled), buffer);
      }
      return filled;
    }

    /** Hands over: the following bytes are not HTTP. */
    @Override
    public void upgrade(Connection next) {
      watching = false;
      super.upgrade(next);
    }

    private void read(ByteBuffer news, ByteBuffer buffer) {
      while (watching && news.hasRemaining()) {
        int at = news.position();
        HttpParser.State before = parser.getState();
        if (!parser.isChunking() || !parser.inContentState()) {
          parser.parseNext(news);
        } else if (left > 0) {
          int part = (int) Math.min(left, news.remaining());
          parse(news, part);
          left -= part;
        } else if (isTooLarge(news.get(at))) {
          buffer.put(at, NONE);
          watching = false;
        } else {
          parse(news, 1);
        }
        if (parser.isComplete()) {
          parser.reset();
        }
        boolean stuck = news.position() == at && parser.getState() == before;
        watching &= !stuck && !parser.isClose() && !parser.isClosed();
      }
    }

    private void parse(ByteBuffer news, int bytes) {
      ByteBuffer part = news.slice(news.position(), bytes);
      while (part.hasRemaining() && parser.inContentState()) {
        int position = part.position();
        parser.parseNext(part);
        if (part.position() == position) {
          break;
        }
      }
      news.position(news.position() + bytes);
      if (parser.isState(HttpParser.State.CHUNK) && size > 0) {
        left = size;
        size = 0;
      }
    }

    /** Counts the digits of a chunk's size. */
    private boolean isTooLarge(byte octet) {
      if (parser.isState(HttpParser.State.CHUNKED_CONTENT)) {
        inSize = true;
        digits = 0;
        size = 0;
      } else if (!parser.isState(HttpParser.State.CHUNK_SIZE)) {
        return false;
      }
      int digit = octet < 0 ? -1 : Character.digit(octet, 16);
      inSize &= digit >= 0;
      if (inSize) {
        digits++;
        size = size * 16 + digit;
      }
      return digits > MOST_DIGITS || size > Integer.MAX_VALUE;
    }

    @Override
    public SocketAddress getLocalSocketAddress() {
      return line.getLocalSocketAddress();
    }

    @Override
    public SocketAddress getRemoteSocketAddress() {
      return line.getRemoteSocketAddress();
    }

    @Override
    public void startRequest(String method, String address, HttpVersion version) {
      // Only where things begin and end matters.
    }

    @Override
    public void parsedHeader(HttpField field) {
      // As above.
    }

    @Override
    public boolean headerComplete() {
      return true;
    }

    @Override
    public boolean content(ByteBuffer content) {
      return false;
    }

    @Override
    public boolean contentComplete() {
      return false;
    }

    @Override
    public boolean messageComplete() {
      return true;
    }

    @Override
    public void earlyEOF() {
      // The other parser reports it.
    }
  }
}
