package vn.gocua.engine.help.service;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Base64;
import vn.gocua.engine.vault.Vault;

/**
 * What stands on a ticket to prove its holder: the secret of the QR code, and six digits. Derived
 * from the request's id, so the same whenever they are asked for.
 */
record TicketSecrets(Vault vault) {
  /** Of the 256 bits derived for it, a ticket's secret shows as many as fit a small QR code. */
  private static final int SECRET_BYTES = 16;

  private static final BigInteger PINS = BigInteger.valueOf(1_000_000);

  /** The secret on the ticket of a request. */
  String secret(String request) {
    byte[] derived = vault.derived("ticket-secret", request);
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(Arrays.copyOf(derived, SECRET_BYTES));
  }

  /** The six digits on the ticket of a request. */
  String pin(String request) {
    BigInteger number = new BigInteger(1, vault.derived("ticket-pin", request));
    return "%06d".formatted(number.mod(PINS).intValueExact());
  }
}
