package vn.gocua.system.chaos.system;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Stands between the engines and MongoDB, and can be away, or slow for writes. */
public final class TcpProxy implements AutoCloseable {
  private static final byte[] INSERT = "\u0002insert\0".getBytes(StandardCharsets.US_ASCII);

  private final ServerSocket server;
  private final InetSocketAddress target;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private volatile boolean down;
  private volatile Duration slowness = Duration.ZERO;

  /**
   * @param host where to listen, on a free port
   */
  public TcpProxy(String host, InetSocketAddress target) throws IOException {
    this.server = new ServerSocket(0, 200, InetAddress.ofLiteral(host));
    this.target = target;
    Thread.ofPlatform().daemon().name("proxy").start(this::accept);
  }

  /** «host:port». */
  public String address() {
    return server.getInetAddress().getHostAddress() + ":" + server.getLocalPort();
  }

  /** Ends every connection, and each new one at once. */
  public void down() {
    down = true;
    open.forEach(TcpProxy::end);
  }

  public void up() {
    down = false;
  }

  /** From now on inserts are handed on so much later; zero for none of that. */
  public void slow(Duration by) {
    slowness = by;
  }

  private void accept() {
    try {
      while (!server.isClosed()) {
        Socket client = server.accept();
        if (down) {
          end(client);
        } else {
          Thread.ofVirtual().start(() -> connect(client));
        }
      }
    } catch (IOException _) {
      // Closed.
    }
  }

  private void connect(Socket client) {
    Socket store = new Socket();
    try {
      store.connect(target, 2_000);
      client.setTcpNoDelay(true);
      store.setTcpNoDelay(true);
      open.add(client);
      open.add(store);
      if (down) {
        throw new IOException("down by now");
      }
      Thread.ofVirtual().start(() -> pump(client, store, true));
      pump(store, client, false);
    } catch (IOException _) {
      leave(client, store);
    }
  }

  private void pump(Socket from, Socket to, boolean requests) {
    byte[] bytes = new byte[64 * 1024];
    try {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      for (int read = in.read(bytes); read >= 0; read = in.read(bytes)) {
        if (requests && !slowness.isZero() && isInsert(bytes, read)) {
          Thread.sleep(slowness);
        }
        out.write(bytes, 0, read);
        out.flush();
      }
    } catch (IOException _) {
      // One side has gone.
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    } finally {
      leave(from, to);
    }
  }

  /** Whether a chunk begins a message whose first field is «insert». */
  private static boolean isInsert(byte[] bytes, int length) {
    int at = 16 + 4 + 1 + 4;
    if (length < at + INSERT.length) {
      return false;
    }
    for (int i = 0; i < INSERT.length; i++) {
      if (bytes[at + i] != INSERT[i]) {
        return false;
      }
    }
    return true;
  }

  private void leave(Socket one, Socket other) {
    end(one);
    end(other);
    open.remove(one);
    open.remove(other);
  }

  private static void end(Socket socket) {
    try {
      socket.close();
    } catch (IOException _) {
      // It is gone either way.
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
    down();
  }
}
