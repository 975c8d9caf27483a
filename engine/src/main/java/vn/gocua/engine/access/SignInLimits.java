package vn.gocua.engine.access;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import vn.gocua.engine.access.Access.TooManyTries;
import vn.gocua.engine.access.HashingQueue.Line;
import vn.gocua.engine.access.PasswordHashing.Sender;

/**
 * How often a password may be tried. Strangers share the tries of an account, known browsers and
 * signed-in sessions have their own, so that strangers lock nobody out who was there before. A name
 * is counted in the same way whether somebody has it or not.
 */
final class SignInLimits {
  private static final Duration EACH = Duration.ofSeconds(30);

  private final Attempts strangers = new Attempts(8, EACH);
  private final Attempts browsers = new Attempts(8, EACH);
  private final Attempts sessions = new Attempts(8, EACH);

  /** For strangers who come again when told to: who asks without a pause cannot use these up. */
  private final Attempts returning = new Attempts(2, EACH);

  private final Appointments appointments = new Appointments(System::nanoTime);

  /**
   * Takes one try.
   *
   * @param browser names the known browser; null for a stranger
   * @throws TooManyTries if there is none left
   */
  Sender admit(SignInTry attempt, @Nullable String browser) {
    if (browser != null) {
      count(browsers, browser);
      return Sender.known(attempt.username());
    }
    String name = attempt.username();
    boolean asTold = appointments.keep(name, attempt.password());
    if (asTold && returning.take(name).isZero()) {
      return new Sender(Line.RETURNING, attempt.address());
    }
    Duration wait = strangers.take(name);
    if (!wait.isZero()) {
      appointments.make(name, attempt.password(), wait);
      throw new TooManyTries(wait);
    }
    return new Sender(asTold ? Line.RETURNING : Line.NEW, attempt.address());
  }

  /** A try that was taken was not judged: it is given back, and its turn is promised. */
  void notJudged(SignInTry attempt, @Nullable String browser, Duration wait) {
    if (browser != null) {
      browsers.giveBack(browser);
      return;
    }
    strangers.giveBack(attempt.username());
    appointments.make(attempt.username(), attempt.password(), wait);
  }

  /** The password was right: earlier wrong ones are forgotten. */
  void right(SignInTry attempt, @Nullable String browser) {
    if (browser != null) {
      browsers.forget(browser);
      return;
    }
    strangers.forget(attempt.username());
    returning.forget(attempt.username());
  }

  /**
   * Takes one try of somebody who is signed in already.
   *
   * @throws TooManyTries if there is none left
   */
  Sender admitSession(Principal.Leader who) {
    count(sessions, who.id());
    return Sender.known(who.username());
  }

  void rightInSession(Principal.Leader who) {
    sessions.forget(who.id());
  }

  private static void count(Attempts attempts, String name) {
    Duration wait = attempts.take(name);
    if (!wait.isZero()) {
      throw new TooManyTries(wait);
    }
  }
}
