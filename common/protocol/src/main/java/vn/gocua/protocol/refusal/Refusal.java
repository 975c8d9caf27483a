package vn.gocua.protocol.refusal;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

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

  /** A refusal that may be none after that time. */
  public static Refusal forNow(Reason reason, Duration retryAfter) {
    return new Refusal(reason, List.of(), retryAfter, null);
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
