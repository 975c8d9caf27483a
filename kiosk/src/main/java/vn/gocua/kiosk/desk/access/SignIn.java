package vn.gocua.kiosk.desk.access;

import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.gocua.base.text.Language;
import vn.gocua.kiosk.desk.api.DeskEngine;
import vn.gocua.kiosk.desk.api.NotDone;

/** Opens and ends leaders' sessions with the engine. Calls block. */
public final class SignIn {
  private static final Logger log = LoggerFactory.getLogger(SignIn.class);

  private static final int MOST_AGAIN = 2;
  private static final long LONGEST_WAIT = 10;

  private final DeskEngine engine;

  /** Each holds one of the server's threads. */
  private final Semaphore waiting = new Semaphore(16);

  public SignIn(DeskEngine engine) {
    this.engine = engine;
  }

  /** The account's name as the engine knows it. */
  public static String name(String typed) {
    return typed.strip().toLowerCase(Locale.ROOT);
  }

  /**
   * Signs somebody in. An engine that is busy is asked again when it says, so that nobody has to
   * type a password anew for that.
   *
   * @param proof what the engine wants to see: username, password …
   * @throws NotDone with the engine's reason
   */
  public DeskSession open(Map<String, String> proof, Language language) {
    String username = name(String.valueOf(proof.get("username")));
    for (int again = 0; ; again++) {
      try {
        return new DeskSession(username, engine.signIn(proof, language.tag()), language);
      } catch (NotDone e) {
        if (again == MOST_AGAIN || !e.busy() || !waited(e.waitSeconds())) {
          throw e;
        }
      }
    }
  }

  /** Waits as long as the engine said; false if that is too long, or too many wait already. */
  private boolean waited(long seconds) {
    if (seconds < 1 || seconds > LONGEST_WAIT || !waiting.tryAcquire()) {
      return false;
    }
    try {
      TimeUnit.SECONDS.sleep(seconds);
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
      engine.signOut(session.asker());
    } catch (NotDone e) {
      if (!e.signedOut()) {
        log.info("a session could not be ended at the engine, it will expire there");
      }
    }
  }
}
