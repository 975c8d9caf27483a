package vn.gocua.engine.http.json;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.gocua.protocol.Reason;
import vn.gocua.protocol.Refusal;

/**
 * A request that is answered with an RFC 9457 problem.
 *
 * <p>{@code code} is stable, English, kebab-case; title and detail are found by it in the message
 * bundle, in the asker's language.
 */
public final class Problem extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final String code;
  private final transient List<?> arguments;
  private final @Nullable Duration retryAfter;
  private final @Nullable String team;

  private Problem(
      int status,
      String code,
      List<?> arguments,
      @Nullable Duration retryAfter,
      @Nullable String team) {
    super(code, null, false, false);
    this.status = status;
    this.code = code;
    this.arguments = arguments;
    this.retryAfter = retryAfter;
    this.team = team;
  }

  /**
   * A problem that stays as long as the request does.
   *
   * @param arguments what the texts name: a field, a value, a bound; of what was sent the texts
   *     show the beginning only. A collection is said as a list, for choices of our own
   */
  public static Problem of(int status, String code, Object... arguments) {
    return new Problem(status, code, Stream.of(arguments).map(Problem::said).toList(), null, null);
  }

  private static Object said(@Nullable Object argument) {
    return argument instanceof Collection<?> choices
        ? List.copyOf(choices)
        : String.valueOf(argument);
  }

  /** How a refusal is answered. */
  public static Problem of(Refusal refusal) {
    return new Problem(
        status(refusal.reason().kind()),
        refusal.code(),
        refusal.arguments(),
        refusal.retryAfter(),
        refusal.team());
  }

  private static int status(Reason.Kind kind) {
    return switch (kind) {
      case INVALID -> 400;
      case NOT_SIGNED_IN -> 401;
      case FORBIDDEN -> 403;
      case UNKNOWN -> 404;
      case CONFLICT -> 409;
      case GONE -> 410;
      case TOO_LARGE -> 413;
      case UNSUPPORTED -> 415;
      case TOO_MANY -> 429;
      case BUSY -> 503;
      case NO_ANSWER -> 504;
    };
  }

  /** A problem that passes: the asker is told when to try again. */
  public static Problem passing(int status, String code, Duration retryAfter) {
    return new Problem(status, code, List.of(), retryAfter, null);
  }

  /** Another team was quicker; the answer names it in its member {@code team}. */
  public static Problem lostTo(int status, String code, String team) {
    return new Problem(status, code, List.of(team), null, team);
  }

  public int status() {
    return status;
  }

  public String code() {
    return code;
  }

  /** Texts and lists of texts. */
  public List<?> arguments() {
    return arguments;
  }

  public @Nullable String team() {
    return team;
  }

  public @Nullable Duration retryAfter() {
    return retryAfter;
  }
}
