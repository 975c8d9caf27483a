package vn.gocua.engine.access;

import java.time.Duration;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import vn.gocua.engine.access.password.HashingQueue.Line;
import vn.gocua.engine.access.password.PasswordHashing.Sender;
import vn.gocua.engine.rights.Principal;
import vn.gocua.engine.rights.RateLimiter;
import vn.gocua.protocol.refusal.Refusal;
import vn.gocua.protocol.refusal.RequestReason;

/**
 * Limits password tries. Strangers share the tries of an account. Known browsers and signed-in
 * sessions have their own, so that strangers lock nobody out. Unknown names are counted like real
 * ones.
 */
final class SignInLimits {
  private static final Duration EACH = Duration.ofSeconds(30);

  /** Longest wait of a stranger's first try. */
  private static final Duration FIRST_WAIT = Duration.ofSeconds(10);

  private final RateLimiter strangers = new RateLimiter(8, EACH);
  private final RateLimiter browsers = new RateLimiter(8, EACH);
  private final RateLimiter sessions = new RateLimiter(8, EACH);

  /** For strangers who return in time. Callers without a pause cannot use these up. */
  private final RateLimiter returning = new RateLimiter(150, EACH);

  /** Kept from a crowd of returning strangers, for other addresses. */
  private final RateLimiter reserve = new RateLimiter(50, Duration.ofMinutes(5));

  /** Part of the reserve that one address may use, for each name. */
  private final RateLimiter byAddress = new RateLimiter(4, Duration.ofMinutes(5));

  private final Appointments appointments;

  SignInLimits() {
    this(System::nanoTime);
  }

  /**
   * @param nanos a monotonic clock for appointments, in nanoseconds
   */
  SignInLimits(LongSupplier nanos) {
    this.appointments = new Appointments(nanos);
  }

  /**
   * An admitted try.
   *
   * @param sender its place in the queue
   * @param giveBack returns the try if it was not judged
   */
  record Admitted(Sender sender, Runnable giveBack) {}

  /**
   * Admits one try.
   *
   * @param browser names the known browser; null for a stranger
   * @throws Refusal if there is none left
   */
  Admitted admit(SignInTry attempt, @Nullable String browser) {
    if (browser != null) {
      browsers.insist(browser, RequestReason.TOO_MANY_TRIES);
      return new Admitted(Sender.known(attempt.username()), () -> browsers.giveBack(browser));
    }
    String name = attempt.username();
    boolean asTold = appointments.keep(name, attempt.password());
    Sender sender = new Sender(asTold ? Line.RETURNING : Line.NEW, attempt.address());
    if (asTold && returning.take(name).isZero()) {
      return new Admitted(sender, () -> returning.giveBack(name));
    }
    if (asTold && takeFromReserve(name, attempt.address())) {
      return new Admitted(
          sender,
          () -> {
            reserve.giveBack(name);
            byAddress.giveBack(at(name, attempt.address()));
          });
    }
    Duration wait = strangers.take(name);
    if (!wait.isZero()) {
      Duration told = asTold || wait.compareTo(FIRST_WAIT) < 0 ? wait : FIRST_WAIT;
      appointments.make(name, attempt.password(), told);
      throw Refusal.forNow(RequestReason.TOO_MANY_TRIES, told);
    }
    return new Admitted(sender, () -> strangers.giveBack(name));
  }

  private boolean takeFromReserve(String name, String address) {
    return byAddress.take(at(name, address)).isZero() && reserve.take(name).isZero();
  }

  private static String at(String name, String address) {
    return name + '\n' + address;
  }

  /** Gives an unjudged try back and keeps its turn. */
  void notJudged(SignInTry attempt, Admitted admitted, Duration wait) {
    admitted.giveBack().run();
    if (admitted.sender().line() != Line.KNOWN) {
      appointments.make(attempt.username(), attempt.password(), wait);
    }
  }

  /** The password was right: earlier wrong ones are forgotten. */
  void right(SignInTry attempt, @Nullable String browser) {
    if (browser != null) {
      browsers.forget(browser);
      return;
    }
    strangers.forget(attempt.username());
    returning.forget(attempt.username());
    reserve.forget(attempt.username());
    byAddress.forget(at(attempt.username(), attempt.address()));
  }

  /**
   * Admits one try of a signed-in leader.
   *
   * @throws Refusal if there is none left
   */
  Sender admitSession(Principal.Leader who) {
    sessions.insist(who.id(), RequestReason.TOO_MANY_TRIES);
    return Sender.known(who.username());
  }

  void rightInSession(Principal.Leader who) {
    sessions.forget(who.id());
  }
}
