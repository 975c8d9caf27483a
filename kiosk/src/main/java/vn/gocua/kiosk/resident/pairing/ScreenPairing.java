package vn.gocua.kiosk.resident.pairing;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import vn.gocua.base.text.Language;
import vn.gocua.kiosk.resident.api.EngineAccess;
import vn.gocua.protocol.client.ApiRefusal;
import vn.gocua.protocol.content.ScreenEndpoints;
import vn.gocua.protocol.content.ScreenList;
import vn.gocua.protocol.content.ScreenPresence;

/**
 * Asks the engine whether a screen may serve. While the engine is away, accepted screens stay
 * accepted.
 */
public final class ScreenPairing {
  private final EngineAccess engine;
  private final Set<String> accepted = ConcurrentHashMap.newKeySet();

  public ScreenPairing(EngineAccess engine) {
    this.engine = engine;
  }

  /** Status of a screen. */
  public enum Standing {
    /** May serve. */
    ACCEPTED,
    /** Shows a code, and waits for a leader. */
    OFFERED,
    /** Was not accepted in time. */
    EXPIRED,
    /** A leader has shut it out. */
    REVOKED,
    /** Unknown: the engine is away and has not accepted it before. */
    UNKNOWN
  }

  /**
   * Status of a screen.
   *
   * @param code its name for people; empty if unknown
   */
  public record Answer(Standing standing, String code) {}

  /** Whether this screen was accepted at the last query. Does not block. */
  public boolean wasAccepted(String secret) {
    return accepted.contains(secret);
  }

  /**
   * Queries the engine. Blocks.
   *
   * @param again offers a revoked or expired screen again
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
