package vn.gocua.engine.support;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/**
 * Clients that ask at a steady rate, each on its own connection, while something else goes on. What
 * comes late because an answer before it was late counts from when it was due.
 */
public final class Bystanders implements AutoCloseable {
  private final List<Socket> sockets = new ArrayList<>();
  private final List<Supplier<String>> requests;

  /** Not virtual ones: those would wait for the processors that the engine's own have taken. */
  private final ExecutorService threads =
      Executors.newCachedThreadPool(Thread.ofPlatform().daemon().name("bystander-", 0).factory());

  /**
   * @param clients more than there are event loops, so that each loop has some
   * @param requests make whole HTTP requests, asked in turn
   */
  public Bystanders(int port, int clients, List<Supplier<String>> requests) {
    this.requests = List.copyOf(requests);
    try {
      for (int i = 0; i < clients; i++) {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(60_000);
        sockets.add(socket);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Asks for a while.
   *
   * @param every how often each client asks
   * @return the 99th percentile of how long answers took
   */
  public Duration p99(Duration time, Duration every) {
    List<CompletableFuture<long[]>> clients =
        sockets.stream()
            .map(s -> CompletableFuture.supplyAsync(() -> ask(s, time, every), threads))
            .toList();
    long[] took =
        clients.stream()
            .map(CompletableFuture::join)
            .flatMapToLong(Arrays::stream)
            .sorted()
            .toArray();
    return Duration.ofNanos(took[(int) Math.ceil(took.length * 0.99) - 1]);
  }

  private long[] ask(Socket socket, Duration time, Duration every) {
    try {
      InputStream in = new BufferedInputStream(socket.getInputStream());
      long[] took = new long[(int) (time.toNanos() / every.toNanos())];
      long begin = System.nanoTime();
      for (int i = 0; i < took.length; i++) {
        long due = begin + i * every.toNanos();
        byte[] request = requests.get(i % requests.size()).get().getBytes(UTF_8);
        for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
          LockSupport.parkNanos(left);
        }
        socket.getOutputStream().write(request);
        answer(in);
        took[i] = System.nanoTime() - due;
      }
      return took;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void answer(InputStream in) throws IOException {
    String status = line(in);
    if (!status.startsWith("HTTP/1.1 200")) {
      throw new IOException("a bystander was told " + status);
    }
    int length = 0;
    for (String line = line(in); !line.isEmpty(); line = line(in)) {
      if (line.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
        length = Integer.parseInt(line.substring(15).strip());
      }
    }
    in.skipNBytes(length);
  }

  private static String line(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int b = in.read(); b != '\n'; b = in.read()) {
      if (b < 0) {
        throw new EOFException("the engine closed a bystander's connection");
      }
      line.append((char) b);
    }
    return line.toString().strip();
  }

  /** A whole request as it goes over the wire. */
  public static String request(String method, String path, String token, String body) {
    return method
        + " "
        + path
        + " HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer "
        + token
        + "\r\nContent-Type: application/json\r\nContent-Length: "
        + body.getBytes(UTF_8).length
        + "\r\n\r\n"
        + body;
  }

  @Override
  public void close() {
    threads.close();
    for (Socket socket : sockets) {
      try {
        socket.close();
      } catch (IOException _) {
        // It is over either way.
      }
    }
  }
}
