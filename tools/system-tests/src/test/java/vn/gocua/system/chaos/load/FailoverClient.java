package vn.gocua.system.chaos.load;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import java.util.Random;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import vn.gocua.base.time.Backoff;
import vn.gocua.protocol.client.ApiRefusal;
import vn.gocua.protocol.endpoint.Endpoint;

/**
 * One phone's way into a cluster: it stays with an engine until that fails, then tries another,
 * later and later, and comes back when it was asked to. For one thread.
 */
public final class FailoverClient implements Connection, PhoneScript {
  private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);

  private final ReadyNodes readyNodes;
  private final RetryStats stats;
  private final Random random;
  private final Backoff backoff;
  private final BooleanSupplier finishing;
  private final long pauseMs;
  private @Nullable URI engine;
  private long failingSince;
  private long askedToWaitMs;

  /**
   * @param pauseMs between two requests, on average
   * @param finishing whether phones should come to an end
   */
  public FailoverClient(
      ReadyNodes readyNodes, RetryStats stats, long seed, long pauseMs, BooleanSupplier finishing) {
    this.readyNodes = readyNodes;
    this.stats = stats;
    this.random = new Random(seed);
    this.backoff = new Backoff(FIRST_PAUSE, LONGEST_PAUSE, random);
    this.pauseMs = pauseMs;
    this.finishing = finishing;
  }

  @Override
  public <A> A post(Endpoint<?, A> endpoint, String token, Object body, String... places)
      throws IOException {
    URI to = engine == null ? readyNodes.choose(random, null) : engine;
    engine = to;
    long begun = System.nanoTime();
    try {
      A answer = Connection.to(readyNodes.api(to)).post(endpoint, token, body, places);
      stats.answered(System.nanoTime() - begun);
      return answer;
    } catch (IOException e) {
      if (!Thread.currentThread().isInterrupted()) {
        stats.retry();
        engine = readyNodes.choose(random, to);
      }
      throw e;
    } catch (ApiRefusal refusal) {
      if (!refusal.isForNow()) {
        stats.answered(System.nanoTime() - begun);
        throw refusal;
      }
      stats.comeBackLater();
      askedToWaitMs =
          Objects.requireNonNullElse(refusal.retryAfter(), Duration.ofSeconds(1)).toMillis();
      engine = readyNodes.choose(random, to);
      throw new IOException("asked to come back later", refusal);
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
    long wait = Math.max(askedToWaitMs, backoff.next().toMillis());
    askedToWaitMs = 0;
    Thread.sleep(wait);
  }

  @Override
  public void answered() throws InterruptedException {
    if (failingSince != 0) {
      stats.blocked(System.nanoTime() - failingSince);
      failingSince = 0;
      backoff.reset();
    }
    if (pauseMs > 0 && !finishing()) {
      Thread.sleep(pauseMs / 2 + random.nextLong(pauseMs));
    }
  }
}
