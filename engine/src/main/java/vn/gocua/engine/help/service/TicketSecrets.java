package vn.gocua.engine.help.service;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import vn.gocua.engine.help.state.HelpRequest;
import vn.gocua.engine.journal.EventCodec;
import vn.gocua.engine.vault.Vault;

/**
 * What stands on a ticket to prove its holder: the secret of the QR code, and six digits. Derived
 * from the request's id, so the same whenever they are asked for; those of a request that another
 * campaign has made are kept in the vault, for its secret derives others. They are no personal
 * data.
 */
public record TicketSecrets(Vault vault) {
  /** Of the 256 bits derived for it, a ticket's secret shows as many as fit a small QR code. */
  private static final int SECRET_BYTES = 16;

  private static final BigInteger PINS = BigInteger.valueOf(1_000_000);

  /** What stands on a ticket. */
  public record Printed(String secret, String pin) {
    /** Empty, so that no log shows it. */
    @Override
    public String toString() {
      return "Printed[…]";
    }
  }

  /** What stands on the ticket of a request, whichever campaign has made it. */
  public Printed of(HelpRequest request) {
    String id = request.asked().id();
    Printed here = new Printed(secret(id), pin(id));
    return request.asked().earlier() == null
        ? here
        : vault
            .label(carriedRef(id))
            .map(kept -> EventCodec.read(new String(kept, StandardCharsets.UTF_8), Printed.class))
            .orElse(here);
  }

  /** Keeps what stands on the ticket of a request that another campaign has made. */
  public void keep(String request, Printed printed, Instant at) {
    vault.keep(carriedRef(request), EventCodec.json(printed).getBytes(StandardCharsets.UTF_8), at);
  }

  private String carriedRef(String request) {
    return "ticket/" + HexFormat.of().formatHex(vault.derived("carried-ticket", request));
  }

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
