package vn.gocua.system.chaos.load;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import vn.gocua.protocol.client.EngineApi;
import vn.gocua.protocol.health.HealthEndpoints;

/**
 * Which engines are ready, asked twice a second: what a reverse proxy with health checks knows.
 * Phones and viewers go only to those, as long as there are any.
 */
public final class ReadyNodes implements AutoCloseable {
  private static final int PERIOD_MS = 500;

  private static final Duration ANSWERED_WITHIN = Duration.ofSeconds(10);

  private final List<URI> engines;
  private final Map<URI, EngineApi> apis = new HashMap<>();
  private final Map<URI, Boolean> ready = new ConcurrentHashMap<>();
  private final List<Thread> watches;

  public ReadyNodes(List<URI> engines) {
    this.engines = List.copyOf(engines);
    engines.forEach(engine -> apis.put(engine, new EngineApi(engine).within(ANSWERED_WITHIN)));
    this.watches =
        this.engines.stream()
            .map(engine -> Thread.ofVirtual().name("ready-nodes").start(() -> watch(engine)))
            .toList();
  }

  private void watch(URI engine) {
    try {
      while (true) {
        ready.put(engine, status(engine) == 200);
        Thread.sleep(PERIOD_MS);
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  /** What an engine says to the question whether it is ready; 0 if it says nothing. */
  public static int status(URI engine) {
    try {
      var connection = engine.resolve(HealthEndpoints.READY.path()).toURL().openConnection();
      connection.setConnectTimeout(1000);
      connection.setReadTimeout(1000);
      return ((HttpURLConnection) connection).getResponseCode();
    } catch (IOException _) {
      return 0;
    }
  }

  /** One that is ready, another than {@code but} if there is one; any if none is. */
  public URI choose(Random random, @Nullable URI but) {
    List<URI> fit = engines.stream().filter(this::isReady).filter(e -> !e.equals(but)).toList();
    if (fit.isEmpty()) {
      fit = engines.stream().filter(this::isReady).toList();
    }
    if (fit.isEmpty()) {
      fit = engines;
    }
    return fit.get(random.nextInt(fit.size()));
  }

  /** An engine's API, with connections that all phones of a run share. */
  EngineApi api(URI engine) {
    return Objects.requireNonNull(apis.get(engine));
  }

  public boolean isReady(URI engine) {
    return ready.getOrDefault(engine, false);
  }

  @Override
  public void close() {
    watches.forEach(Thread::interrupt);
    apis.values().forEach(EngineApi::close);
  }
}
