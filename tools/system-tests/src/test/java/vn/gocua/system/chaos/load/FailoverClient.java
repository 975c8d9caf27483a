package vn.gocua.system.chaos.load;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Random;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * One phone's way into a cluster: it stays with an engine until that fails, then tries another,
 * later and later, and comes back when it was asked to. For one thread.
 */
public final class FailoverClient implements Connection, PhoneScript {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final long FIRST_WAIT_MS = 100;
  private static final long LONGEST_WAIT_MS = 2_000;

  private final HttpClient http;
  private final ReadyNodes readyNodes;
  private final RetryStats stats;
  private final Random random;
  private final BooleanSupplier finishing;
  private final long pauseMs;
  private @Nullable URI engine;
  private long failingSince;
  private long waitMs = FIRST_WAIT_MS;
  private long askedToWaitMs;

  /**
   * @param http shared by phones
   * @param pauseMs between two requests, on average
   * @param finishing whether phones should come to an end
   */
  public FailoverClient(
      HttpClient http,
      ReadyNodes readyNodes,
      RetryStats stats,
      long seed,
      long pauseMs,
      BooleanSupplier finishing) {
    this.http = http;
    this.readyNodes = readyNodes;
    this.stats = stats;
    this.random = new Random(seed);
    this.pauseMs = pauseMs;
    this.finishing = finishing;
  }

  /** A client for all phones of a run. */
  public static HttpClient client() {
    return HttpClient.newBuilder()
        .version(HttpClient.Version.HTTP_1_1)
        .connectTimeout(Duration.ofSeconds(2))
        .build();
  }

  @Override
  public Answer post(String path, @Nullable String token, Object body) throws IOException {
    URI to = engine == null ? readyNodes.choose(random, null) : engine;
    engine = to;
    HttpRequest.Builder request =
        HttpRequest.newBuilder(to.resolve(path))
            .timeout(PATIENCE)
            .POST(BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)));
    if (token != null) {
      request.header("authorization", "Bearer " + token);
    }
    long begun = System.nanoTime();
    HttpResponse<byte[]> response = send(request.build(), to);
    if (response.statusCode() == 503 || response.statusCode() == 429) {
      stats.comeBackLater();
      askedToWaitMs = 1000 * response.headers().firstValueAsLong("retry-after").orElse(1);
      engine = readyNodes.choose(random, to);
      throw new IOException("asked to come back later");
    }
    stats.answered(System.nanoTime() - begun);
    return new Answer(response.statusCode(), JSON.readTree(response.body()));
  }

  private HttpResponse<byte[]> send(HttpRequest request, URI to) throws IOException {
    try {
      return http.send(request, BodyHandlers.ofByteArray());
    } catch (IOException e) {
      stats.retry();
      engine = readyNodes.choose(random, to);
      throw e;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  @Override
  public boolean finishing() {
    return finishing.getAsBoolean();
  }

  @Override
  public int mark() {
    return 0;
  }

  @Override
  public void failed(int mark) throws InterruptedException {
    if (failingSince == 0) {
      failingSince = System.nanoTime();
    }
    long wait = Math.max(askedToWaitMs, waitMs / 2 + random.nextLong(waitMs));
    askedToWaitMs = 0;
    waitMs = Math.min(LONGEST_WAIT_MS, waitMs * 2);
    Thread.sleep(wait);
  }

  @Override
  public void answered() throws InterruptedException {
    if (failingSince != 0) {
      stats.blocked(System.nanoTime() - failingSince);
      failingSince = 0;
      waitMs = FIRST_WAIT_MS;
    }
    if (pauseMs > 0 && !finishing()) {
      Thread.sleep(pauseMs / 2 + random.nextLong(pauseMs));
    }
  }
}
