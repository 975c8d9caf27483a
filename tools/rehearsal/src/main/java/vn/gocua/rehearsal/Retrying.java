package vn.gocua.rehearsal;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.function.Supplier;
import vn.gocua.protocol.client.ApiRefusal;

/** Calls that are made again while the engine is away or busy, for a minute. */
final class Retrying {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration PAUSE = Duration.ofMillis(300);

  private Retrying() {}

  /**
   * Makes a call that may be made any number of times.
   *
   * @throws RehearsalFailed if it was refused, or not answered until patience ended
   */
  static <T> T call(InstantSource real, Supplier<T> call)
      throws RehearsalFailed, InterruptedException {
    Instant until = real.instant().plus(PATIENCE);
    while (true) {
      try {
        return call.get();
      } catch (ApiRefusal refusal) {
        if (!refusal.isForNow() || !real.instant().isBefore(until)) {
          throw failed(refusal);
        }
        Thread.sleep(Objects.requireNonNullElse(refusal.retryAfter(), PAUSE));
      }
    }
  }

  private static RehearsalFailed failed(ApiRefusal refusal) {
    Throwable why = refusal.getCause();
    return why == null
        ? new RehearsalFailed("refused", refusal.status(), refusal.code())
        : new RehearsalFailed(
            "unanswered", why.getClass().getSimpleName() + ": " + why.getMessage());
  }
}
