package vn.gocua.rehearsal.client;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What came of a request.
 *
 * @param <T> the answer's body
 */
public sealed interface Reply<T> {

  /** Done. */
  record Answered<T>(T body) implements Reply<T> {}

  /** The engine said no; {@code code} is the problem's. */
  record Refused<T>(int status, String code, @Nullable Duration retryAfter) implements Reply<T> {

    /** Whether the same request may succeed later. */
    public boolean isForNow() {
      return status == 429 || status == 503;
    }
  }

  /** No answer, or not to the end: the request may have been carried out or not. */
  record Unanswered<T>(String why) implements Reply<T> {}
}
