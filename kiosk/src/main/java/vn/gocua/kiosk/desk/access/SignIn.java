package vn.gocua.kiosk.desk.access;

import java.util.Locale;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.gocua.kiosk.desk.api.DeskEngine;
import vn.gocua.kiosk.desk.api.NotDone;

/** Opens and ends leaders' sessions with the engine. Calls block. */
public final class SignIn {
  private static final Logger log = LoggerFactory.getLogger(SignIn.class);

  private final DeskEngine engine;

  public SignIn(DeskEngine engine) {
    this.engine = engine;
  }

  /**
   * Signs somebody in.
   *
   * @param proof what the engine wants to see: username, password …
   * @throws NotDone with the engine's reason
   */
  public DeskSession open(Map<String, String> proof, Locale locale) {
    String username = String.valueOf(proof.get("username")).strip().toLowerCase(Locale.ROOT);
    return new DeskSession(username, engine.signIn(proof, locale.getLanguage()), locale);
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
