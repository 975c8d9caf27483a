package vn.gocua.system.fault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** Viewers of the board's stream by the thousand, read by one thread. */
public final class Crowd implements AutoCloseable {
  private static final byte[] REQUEST =
      "GET /api/v1/board/stream HTTP/1.1\r\nhost: engine\r\naccept: text/event-stream\r\n\r\n"
          .getBytes(StandardCharsets.US_ASCII);

  private final InetSocketAddress engine;
  private final Selector selector = Selector.open();
  private final List<Viewer> viewers = new CopyOnWriteArrayList<>();

  public Crowd(URI address) throws IOException {
    engine = new InetSocketAddress(InetAddress.ofLiteral(address.getHost()), address.getPort());
    Thread.ofPlatform().daemon().name("crowd").start(this::read);
  }

  /** One connection, and what it has come to know. */
  public static final class Viewer {
    private static final byte[] VERSION = "{\"version\":".getBytes(StandardCharsets.US_ASCII);

    private final SocketChannel channel;
    private int matched;
    private long number;
    private final AtomicInteger messages = new AtomicInteger();
    private volatile long version = -1;
    private volatile boolean ended;

    private Viewer(SocketChannel channel) {
      this.channel = channel;
    }

    /** The version of the board that it has seen last; −1 before the first. */
    public long version() {
      return version;
    }

    /** Boards and tallies it has got. */
    int messages() {
      return messages.get();
    }

    public boolean ended() {
      return ended;
    }

    /** Looks for what stands behind each «{"version":». */
    private void take(ByteBuffer bytes) {
      while (bytes.hasRemaining()) {
        byte next = bytes.get();
        if (matched < VERSION.length) {
          matched = next == VERSION[matched] ? matched + 1 : next == VERSION[0] ? 1 : 0;
          number = 0;
        } else if (next >= '0' && next <= '9') {
          number = number * 10 + next - '0';
        } else {
          messages.incrementAndGet();
          version = number;
          matched = 0;
        }
      }
    }
  }

  /** Opens viewers that read whatever comes. */
  public void join(int count) throws IOException {
    for (int i = 0; i < count; i++) {
      listen(open(SocketChannel.open()));
    }
  }

  /** Opens a viewer that does not read, with as little room as the system allows. */
  Viewer joinMute() throws IOException {
    SocketChannel channel = SocketChannel.open();
    channel.setOption(StandardSocketOptions.SO_RCVBUF, 4096);
    return open(channel);
  }

  private Viewer open(SocketChannel channel) throws IOException {
    channel.connect(engine);
    channel.write(ByteBuffer.wrap(REQUEST));
    channel.configureBlocking(false);
    return new Viewer(channel);
  }

  /** From now on it reads. */
  void listen(Viewer viewer) throws IOException {
    viewers.add(viewer);
    viewer.channel.register(selector, SelectionKey.OP_READ, viewer);
    selector.wakeup();
  }

  private void read() {
    ByteBuffer bytes = ByteBuffer.allocateDirect(64 * 1024);
    try {
      while (selector.isOpen()) {
        selector.select(key -> read((Viewer) key.attachment(), bytes), 100);
      }
    } catch (ClosedSelectorException _) {
      // The play is over.
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void read(Viewer viewer, ByteBuffer bytes) {
    try {
      bytes.clear();
      if (viewer.channel.read(bytes) < 0) {
        throw new IOException("the engine ended the stream");
      }
      viewer.take(bytes.flip());
    } catch (IOException _) {
      viewer.ended = true;
      leave(viewer);
    }
  }

  private static void leave(Viewer viewer) {
    try {
      viewer.channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Those who read. */
  public List<Viewer> viewers() {
    return viewers;
  }

  /** Some go, without a word. */
  void leave(int count) {
    for (int i = 0; i < count; i++) {
      leave(viewers.removeFirst());
    }
  }

  @Override
  public void close() throws IOException {
    viewers.forEach(Crowd::leave);
    selector.close();
  }
}
