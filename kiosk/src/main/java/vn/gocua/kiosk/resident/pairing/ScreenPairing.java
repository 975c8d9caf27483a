package vn.gocua.kiosk.resident.pairing;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import vn.gocua.base.text.Language;
import vn.gocua.kiosk.resident.api.EngineAccess;
import vn.gocua.protocol.ScreenEndpoints;
import vn.gocua.protocol.client.ApiRefusal;
import vn.gocua.protocol.content.ScreenList;
import vn.gocua.protocol.content.ScreenPresence;

/**
 * Which screens may serve. The engine decides; what it last said of a screen that it had accepted
 * is believed while it is away.
 */
public final class ScreenPairing {
  private final EngineAccess engine;
  private final Set<String> accepted = ConcurrentHashMap.newKeySet();

  public ScreenPairing(EngineAccess engine) {
    this.engine = engine;
  }

  /** How a screen stands. */
  public enum Standing {
    /** It may serve. */
    ACCEPTED,
    /** It shows a code, and a leader has yet to accept it. */
    OFFERED,
    /** Nobody accepted it in time. */
    EXPIRED,
    /** A leader has shut it out. */
    REVOKED,
    /** Nobody can tell: the engine is away and has not accepted it before. */
    UNKNOWN
  }

  /**
   * A screen, and how it stands.
   *
   * @param code what people call it by; empty if it is not known
   */
  public record Answer(Standing standing, String code) {}

  /** Whether this screen was accepted when last asked about. Does not block. */
  public boolean wasAccepted(String secret) {
    return accepted.contains(secret);
  }

  /**
   * Asks the engine. Blocks.
   *
   * @param again gives a screen that was shut out, or whose code has ended, another chance
   */
  public Answer ask(String secret, boolean again) {
    try {
      ScreenList.Row screen =
          engine
              .api()
              .send(
                  engine.caller(Language.first().locale()),
                  ScreenEndpoints.PRESENT,
                  new ScreenPresence(secret, again ? 1 : 0));
      Standing standing = standing(screen.status());
      if (standing == Standing.ACCEPTED) {
        accepted.add(secret);
      } else {
        accepted.remove(secret);
      }
      return new Answer(standing, screen.screen());
    } catch (ApiRefusal _) {
      return new Answer(wasAccepted(secret) ? Standing.ACCEPTED : Standing.UNKNOWN, "");
    }
  }

  private static Standing standing(String status) {
    return switch (status) {
      case "accepted" -> Standing.ACCEPTED;
      case "offered" -> Standing.OFFERED;
      case "expired" -> Standing.EXPIRED;
      case "revoked" -> Standing.REVOKED;
      default -> Standing.UNKNOWN;
    };
  }
}
