package vn.gocua.kiosk.desk.access;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.gocua.base.text.Language;
import vn.gocua.protocol.access.AccessEndpoints;
import vn.gocua.protocol.access.Credentials;
import vn.gocua.protocol.access.SessionInfo;
import vn.gocua.protocol.client.ApiRefusal;
import vn.gocua.protocol.client.Caller;
import vn.gocua.protocol.client.EngineApi;

/** Opens and ends leaders' sessions with the engine. Calls block. */
public final class SignIn {
  private static final Logger log = LoggerFactory.getLogger(SignIn.class);

  private static final int MOST_AGAIN = 2;
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);

  /** Longest wait when the engine is busy with sign-ins. */
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final EngineApi engine;
  private final InstantSource clock;

  /** Each holds one of the server's threads. */
  private final Semaphore waiting = new Semaphore(16);

  public SignIn(EngineApi engine, InstantSource clock) {
    this.engine = engine;
    this.clock = clock;
  }

  /** The account's name in the engine's form. */
  public static String name(String typed) {
    return typed.strip().toLowerCase(Locale.ROOT);
  }

  /**
   * Signs a leader in. Tries again while the engine is busy, so that no password has to be typed
   * twice.
   *
   * @param proof username, password …
   * @throws ApiRefusal with the engine's reason
   */
  public DeskSession open(Credentials proof, Language language) {
    String username = name(proof.username());
    for (int again = 0; ; again++) {
      try {
        return new DeskSession(username, session(proof, language), clock.instant(), language);
      } catch (ApiRefusal e) {
        if (again == MOST_AGAIN || !e.busy() || !waited(e.retryAfter())) {
          throw e;
        }
      }
    }
  }

  private SessionInfo session(Credentials proof, Language language) {
    return engine
        .within(PATIENCE)
        .send(new Caller(null, language.tag()), AccessEndpoints.SIGN_IN, proof);
  }

  /** Waits as long as the engine asked; false if that is too long, or too many wait already. */
  private boolean waited(@Nullable Duration asked) {
    if (asked == null || asked.compareTo(LONGEST_WAIT) > 0 || !waiting.tryAcquire()) {
      return false;
    }
    try {
      Thread.sleep(asked);
      return true;
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return false;
    } finally {
      waiting.release();
    }
  }

  /**
   * Ends a session; ending it again changes nothing, and an engine that is away will let it expire.
   */
  public void end(DeskSession session) {
    session.end();
    try {
      engine.call(session.caller(), AccessEndpoints.SIGN_OUT);
    } catch (ApiRefusal e) {
      if (!e.signedOut()) {
        log.info("a session could not be ended at the engine, it will expire there");
      }
    }
  }
}
