package vn.gocua.protocol.refusal;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.gocua.protocol.refusal.Reason.Coded;
import vn.gocua.protocol.refusal.Reason.Kind;

/** The engine refuses a call: every service throws it, and one place answers it. */
public final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Reason reason;
  private final transient List<?> arguments;
  private final @Nullable Duration retryAfter;
  private final @Nullable String team;

  private Refusal(
      Reason reason, List<?> arguments, @Nullable Duration retryAfter, @Nullable String team) {
    super(reason.code(), null, false, false);
    this.reason = reason;
    this.arguments = arguments;
    this.retryAfter = retryAfter;
    this.team = team;
  }

  /**
   * A refusal that trying again does not change.
   *
   * @param arguments of the texts: a field, a value, a bound; texts show only the beginning of a
   *     client's value. A collection becomes a list
   */
  public static Refusal of(Reason reason, @Nullable Object... arguments) {
    return new Refusal(reason, Stream.of(arguments).map(Refusal::said).toList(), null, null);
  }

  private static Object said(@Nullable Object argument) {
    return argument instanceof Collection<?> choices
        ? List.copyOf(choices)
        : String.valueOf(argument);
  }

  /** The request is invalid. */
  public static Refusal invalid(String code, @Nullable Object... arguments) {
    return of(new Coded(code, Kind.INVALID), arguments);
  }

  /** The caller has not proved an identity. */
  public static Refusal notSignedIn(String code) {
    return of(new Coded(code, Kind.NOT_SIGNED_IN));
  }

  /** The caller lacks the permission. */
  public static Refusal forbidden(String code, @Nullable Object... arguments) {
    return of(new Coded(code, Kind.FORBIDDEN), arguments);
  }

  /** The object does not exist. */
  public static Refusal unknown(String code, @Nullable Object... arguments) {
    return of(new Coded(code, Kind.UNKNOWN), arguments);
  }

  /** In conflict with the present state. */
  public static Refusal conflict(String code, @Nullable Object... arguments) {
    return of(new Coded(code, Kind.CONFLICT), arguments);
  }

  /** The object existed once. */
  public static Refusal gone(String code) {
    return of(new Coded(code, Kind.GONE));
  }

  /** More was sent than is taken. */
  public static Refusal tooLarge(String code, @Nullable Object... arguments) {
    return of(new Coded(code, Kind.TOO_LARGE), arguments);
  }

  /** A kind of content that is not taken. */
  public static Refusal unsupported(String code, @Nullable Object... arguments) {
    return of(new Coded(code, Kind.UNSUPPORTED), arguments);
  }

  /** Asked too often; after that time once more. */
  public static Refusal tooMany(String code, Duration retryAfter) {
    return new Refusal(new Coded(code, Kind.TOO_MANY), List.of(), retryAfter, null);
  }

  /** Not now; perhaps after that time. */
  public static Refusal busy(String code, Duration retryAfter) {
    return new Refusal(new Coded(code, Kind.BUSY), List.of(), retryAfter, null);
  }

  /** Another team was quicker; the answer names it in its member {@code team}. */
  public static Refusal lostTo(Reason reason, String team) {
    return new Refusal(reason, List.of(team), null, team);
  }

  public Reason reason() {
    return reason;
  }

  /** Of its reason. */
  public String code() {
    return reason.code();
  }

  /** Texts and lists of texts. */
  public List<?> arguments() {
    return arguments;
  }

  /** Time to wait before the next try; null if that would not help. */
  public @Nullable Duration retryAfter() {
    return retryAfter;
  }

  /** The team that was quicker. */
  public @Nullable String team() {
    return team;
  }
}
