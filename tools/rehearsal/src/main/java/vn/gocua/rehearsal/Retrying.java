package vn.gocua.rehearsal;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import vn.gocua.rehearsal.client.Reply;

/** Calls that are made again while the engine is away or busy, for a minute. */
final class Retrying {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration PAUSE = Duration.ofMillis(300);

  private Retrying() {}

  /** A call that may be made any number of times. */
  interface Call<T> {
    Reply<T> make() throws InterruptedException;
  }

  static <T> T call(InstantSource real, Call<T> call) throws RehearsalFailed, InterruptedException {
    Instant until = real.instant().plus(PATIENCE);
    while (true) {
      switch (call.make()) {
        case Reply.Answered<T>(T body) -> {
          return body;
        }
        case Reply.Refused<T> refused when refused.isForNow() && real.instant().isBefore(until) ->
            Thread.sleep(Objects.requireNonNullElse(refused.retryAfter(), PAUSE));
        case Reply.Refused<T>(int status, String code, _) ->
            throw new RehearsalFailed("refused", status, code);
        case Reply.Unanswered<T>(String why) -> {
          if (!real.instant().isBefore(until)) {
            throw new RehearsalFailed("unanswered", why);
          }
          Thread.sleep(PAUSE);
        }
      }
    }
  }
}
