package vn.gocua.protocol.refusal;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.gocua.protocol.refusal.Reason.Coded;
import vn.gocua.protocol.refusal.Reason.Kind;

/** The engine does not do what it was asked: every service throws it, and one place answers it. */
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
   * A refusal that stays as long as the request does.
   *
   * @param arguments what the texts name: a field, a value, a bound; of what was sent the texts
   *     show the beginning only. A collection is said as a list, for choices of our own
   */
  public static Refusal of(Reason reason, @Nullable Object... arguments) {
    return new Refusal(reason, Stream.of(arguments).map(Refusal::said).toList(), null, null);
  }

  private static Object said(@Nullable Object argument) {
    return argument instanceof Collection<?> choices
        ? List.copyOf(choices)
        : String.valueOf(argument);
  }

  /** The request is not what it has to be. */
  public static Refusal invalid(String code, @Nullable Object... arguments) {
    return of(new Coded(code, Kind.INVALID), arguments);
  }

  /** Who asks has not proved who they are. */
  public static Refusal notSignedIn(String code) {
    return of(new Coded(code, Kind.NOT_SIGNED_IN));
  }

  /** Who asks is known, and may not. */
  public static Refusal forbidden(String code, @Nullable Object... arguments) {
    return of(new Coded(code, Kind.FORBIDDEN), arguments);
  }

  /** What is asked for is not there. */
  public static Refusal unknown(String code, @Nullable Object... arguments) {
    return of(new Coded(code, Kind.UNKNOWN), arguments);
  }

  /** It does not fit what is there already. */
  public static Refusal conflict(String code, @Nullable Object... arguments) {
    return of(new Coded(code, Kind.CONFLICT), arguments);
  }

  /** It was there once. */
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

  /** Not now; after that time perhaps. */
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

  /** How long to wait before asking again; null if that would not help. */
  public @Nullable Duration retryAfter() {
    return retryAfter;
  }

  /** The team that was quicker. */
  public @Nullable String team() {
    return team;
  }
}
