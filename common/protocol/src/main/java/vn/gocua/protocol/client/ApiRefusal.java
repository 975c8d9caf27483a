package vn.gocua.protocol.client;

import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import vn.gocua.protocol.refusal.ProblemInfo;

/** The engine refused a call, or the call's outcome is unknown. */
public final class ApiRefusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final transient @Nullable ProblemInfo problem;
  private final @Nullable Duration retryAfter;

  private ApiRefusal(
      int status,
      @Nullable ProblemInfo problem,
      @Nullable Duration retryAfter,
      @Nullable IOException cause) {
    super(
        cause == null ? status + " " + (problem == null ? "" : problem.code()) : cause.toString(),
        cause,
        false,
        false);
    this.status = status;
    this.problem = problem;
    this.retryAfter = retryAfter;
  }

  /** A refusal by an answer with another status than 2xx. */
  static ApiRefusal answered(
      int status, @Nullable ProblemInfo problem, @Nullable Duration retryAfter) {
    return new ApiRefusal(status, problem, retryAfter, null);
  }

  /** No answer came, or none that can be read; or nothing could be asked. */
  public static ApiRefusal unanswered(IOException why) {
    return new ApiRefusal(0, null, null, why);
  }

  /** The engine took the request, but refused one thing in it. */
  public static ApiRefusal ofItem(@Nullable String code, @Nullable String message) {
    return new ApiRefusal(422, new ProblemInfo(message, code), null, null);
  }

  /** The answer's; 0 if none came. */
  public int status() {
    return status;
  }

  /** The engine's stable name for the reason; empty if it gave none. */
  public String code() {
    return problem == null || problem.code() == null ? "" : problem.code();
  }

  /** The reason in the caller's language, as the engine words it; empty if it gave none. */
  public String title() {
    return problem == null || problem.title() == null ? "" : problem.title();
  }

  /** The team that was quicker; null if none was. */
  public @Nullable String team() {
    return problem == null ? null : problem.team();
  }

  /** Time after which to try again; null if the engine gave none. */
  public @Nullable Duration retryAfter() {
    return retryAfter;
  }

  /** The engine has too much to do just now; nothing was decided. */
  public boolean busy() {
    return status == 503;
  }

  /**
   * The same may succeed later: no answer came, or there was too much to do, or it came too often.
   */
  public boolean isForNow() {
    return unanswered() || busy() || status == 429;
  }

  /** The session is over, or never was. */
  public boolean signedOut() {
    return status == 401;
  }

  /** No answer: the outcome is unknown. */
  public boolean unanswered() {
    return status == 0;
  }

  /** No decision, or an unknown outcome: may be tried again. */
  public boolean away() {
    return status == 0 || status >= 500;
  }
}
