package vn.gocua.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * The network between phones and an engine: real connections that a test can cut, or whose answers
 * it can lose.
 */
public final class Network implements AutoCloseable {
  private enum State {
    WHOLE,
    CUT,
    LOSING_ANSWERS,
    SPOILING
  }

  private static final Pattern LENGTH = Pattern.compile("(?i)content-length: *[0-9]+\r\n");

  private final int engine;
  private final ServerSocket listener;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private volatile State state = State.WHOLE;

  private Network(int engine, ServerSocket listener) {
    this.engine = engine;
    this.listener = listener;
  }

  /** A network that leads to the engine that listens on this port, now or later. */
  public static Network to(int engine) {
    try {
      Network network =
          new Network(engine, new ServerSocket(0, 512, InetAddress.getLoopbackAddress()));
      Thread.ofVirtual().start(network::accept);
      return network;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public URI url() {
    return URI.create("http://127.0.0.1:" + listener.getLocalPort());
  }

  /** The same address through this network. */
  public URI url(URI direct) {
    return URI.create(direct.toString().replaceFirst("^http://[^/]+", url().toString()));
  }

  /** Ends every connection, and every new one at once. */
  public void cut() {
    turn(State.CUT);
  }

  public void mend() {
    turn(State.WHOLE);
  }

  /** Delivers requests and drops answers. */
  public void loseAnswers() {
    turn(State.LOSING_ANSWERS);
  }

  /** Delivers requests with a repeated length, so that the engine must refuse them. */
  public void spoil() {
    turn(State.SPOILING);
  }

  private void turn(State next) {
    state = next;
    open.forEach(Network::end);
  }

  private void accept() {
    while (!listener.isClosed()) {
      try {
        Socket phone = listener.accept();
        Thread.ofVirtual().start(() -> connect(phone));
      } catch (IOException _) {
        // Closed: the loop ends.
      }
    }
  }

  private void connect(Socket phone) {
    open.add(phone);
    if (state == State.CUT) {
      end(phone);
      return;
    }
    try {
      Socket there = new Socket(InetAddress.getLoopbackAddress(), engine);
      open.add(there);
      Thread.ofVirtual().start(() -> pump(phone, there, false));
      pump(there, phone, true);
    } catch (IOException _) {
      end(phone);
    }
  }

  private void pump(Socket from, Socket to, boolean answers) {
    try (from;
        to) {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      byte[] buffer = new byte[16 * 1024];
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        if (state == State.CUT || (answers && state == State.LOSING_ANSWERS)) {
          return;
        }
        if (!answers && state == State.SPOILING) {
          out.write(spoilt(buffer, read));
        } else {
          out.write(buffer, 0, read);
        }
      }
    } catch (IOException _) {
      // Either side has gone.
    } finally {
      open.remove(from);
      open.remove(to);
    }
  }

  private static byte[] spoilt(byte[] buffer, int length) {
    return LENGTH
        .matcher(new String(buffer, 0, length, StandardCharsets.ISO_8859_1))
        .replaceAll("$0$0")
        .getBytes(StandardCharsets.ISO_8859_1);
  }

  private static void end(Socket socket) {
    try {
      socket.close();
    } catch (IOException _) {
      // Then it is gone already.
    }
  }

  @Override
  public void close() {
    cut();
    try {
      listener.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
