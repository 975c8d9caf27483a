package vn.gocua.kiosk.resident.api;

import java.io.IOException;
import java.util.Locale;
import vn.gocua.kiosk.settings.KioskToken;
import vn.gocua.protocol.client.ApiRefusal;
import vn.gocua.protocol.client.Caller;
import vn.gocua.protocol.client.EngineApi;

/**
 * The engine, and this kiosk's right to ask it.
 *
 * @param token read anew for every call: it may be put there while the kiosk runs
 */
public record EngineAccess(EngineApi api, KioskToken token) {
  /**
   * This kiosk, with the engine's texts in a language.
   *
   * @throws ApiRefusal that is {@link ApiRefusal#unanswered} while there is no token yet
   */
  public Caller caller(Locale locale) {
    try {
      return new Caller(token.read(), locale.getLanguage());
    } catch (IOException e) {
      throw ApiRefusal.unanswered(e);
    }
  }
}
