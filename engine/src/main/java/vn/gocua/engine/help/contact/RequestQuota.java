package vn.gocua.engine.help.contact;

import java.time.Duration;
import java.util.HexFormat;
import vn.gocua.engine.rights.RateLimiter;
import vn.gocua.engine.vault.Vault;
import vn.gocua.protocol.refusal.Refusal;

/**
 * How many requests one screen may send, and one phone number make, so that no team is flooded.
 * Numbers are known here only as what the vault derives of them, which nobody can turn back.
 */
public final class RequestQuota {
  private final Vault vault;
  private final RateLimiter screens;
  private final RateLimiter numbers;

  public RequestQuota(Vault vault, RateLimiter screens, RateLimiter numbers) {
    this.vault = vault;
    this.screens = screens;
    this.numbers = numbers;
  }

  /**
   * Takes one request.
   *
   * @throws Refusal if there is none left
   */
  public void take(String screen, String phone) {
    refuse(screens.take(screen), "too-many-requests-here");
    String number = HexFormat.of().formatHex(vault.derived("requests-of-number", phone));
    refuse(numbers.take(number), "too-many-requests-number");
  }

  private static void refuse(Duration wait, String code) {
    if (!wait.isZero()) {
      throw Refusal.tooMany(code, wait);
    }
  }
}
