package vn.gocua.engine.help.contact;

import java.util.HexFormat;
import vn.gocua.engine.rights.RateLimiter;
import vn.gocua.engine.vault.Vault;
import vn.gocua.protocol.help.HelpReason;
import vn.gocua.protocol.refusal.Refusal;

/**
 * Limits requests by screen and by phone number, so that no team is flooded. Numbers are kept as
 * irreversible hashes of the vault.
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
   * @throws Refusal if none is left
   */
  public void take(String screen, String phone) {
    screens.insist(screen, HelpReason.TOO_MANY_REQUESTS_HERE);
    String number = HexFormat.of().formatHex(vault.derived("requests-of-number", phone));
    numbers.insist(number, HelpReason.TOO_MANY_REQUESTS_NUMBER);
  }
}
