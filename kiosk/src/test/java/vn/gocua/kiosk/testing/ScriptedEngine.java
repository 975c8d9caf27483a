package vn.gocua.kiosk.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Supplier;

/**
 * The engine's side of the wire, played from a script: a real HTTP server whose stream of events a
 * test writes line by line. It resumes after any event id it has sent, as the engine does, and
 * otherwise begins with a board.
 */
public final class ScriptedEngine implements AutoCloseable {
  private static final String HANG_UP = "";

  private final String name = UUID.randomUUID() + "/";
  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final List<String> sent = new ArrayList<>();
  private final List<LinkedBlockingQueue<String>> connections = new CopyOnWriteArrayList<>();
  private final List<String> resumedAfter = new CopyOnWriteArrayList<>();
  private final Supplier<String> campaign;
  private final Supplier<String> board;
  private volatile int status = 200;

  /** Listens on the port (0: any) and answers with what the suppliers say at the time. */
  public ScriptedEngine(int port, Supplier<String> campaign, Supplier<String> board)
      throws IOException {
    this.campaign = campaign;
    this.board = board;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    server.setExecutor(threads);
    server.createContext("/api/v1/campaign", this::answerCampaign);
    server.createContext("/api/v1/board/stream", this::answerStream);
    server.start();
  }

  public URI url() {
    return URI.create("http://127.0.0.1:" + port());
  }

  public int port() {
    return server.getAddress().getPort();
  }

  /** From now on every request is answered with this status. */
  public void answerWith(int newStatus) {
    status = newStatus;
  }

  public void send(String event, String data) {
    synchronized (sent) {
      String message =
          "id: " + name + sent.size() + "\nevent: " + event + "\ndata: " + data + "\n\n";
      sent.add(message);
      connections.forEach(c -> c.add(message));
    }
  }

  public void beat() {
    send("beat", "{\"at\":\"2026-01-01T00:00:00Z\"}");
  }

  /** Ends all streams; whoever listened may come back. */
  public void hangUp() {
    connections.forEach(c -> c.add(HANG_UP));
  }

  /** The Last-Event-ID of every stream opened so far; empty where there was none. */
  public List<String> resumedAfter() {
    return List.copyOf(resumedAfter);
  }

  @Override
  public void close() {
    hangUp();
    server.stop(0);
    threads.shutdownNow();
  }

  private void answerCampaign(HttpExchange exchange) throws IOException {
    byte[] body = campaign.get().getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private void answerStream(HttpExchange exchange) throws IOException {
    String lastId = exchange.getRequestHeaders().getFirst("Last-Event-ID");
    exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
    exchange.sendResponseHeaders(status, status == 200 ? 0 : -1);
    LinkedBlockingQueue<String> queue = new LinkedBlockingQueue<>();
    synchronized (sent) {
      resumedAfter.add(lastId == null ? "" : lastId);
      if (lastId != null && lastId.startsWith(name)) {
        int heard = Integer.parseInt(lastId.substring(name.length()));
        queue.addAll(sent.subList(heard + 1, sent.size()));
      } else {
        queue.add("event: board\ndata: " + board.get() + "\n\n");
      }
      connections.add(queue);
    }
    try (OutputStream body = exchange.getResponseBody()) {
      for (String next = queue.take(); !next.equals(HANG_UP); next = queue.take()) {
        body.write(next.getBytes(StandardCharsets.UTF_8));
        body.flush();
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    } finally {
      connections.remove(queue);
      exchange.close();
    }
  }
}
