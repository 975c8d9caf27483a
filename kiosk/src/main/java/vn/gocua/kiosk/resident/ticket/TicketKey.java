package vn.gocua.kiosk.resident.ticket;

import java.util.Optional;
import vn.gocua.kiosk.screen.TicketText;

/**
 * Access to a ticket: its code, and the secret from its QR code.
 *
 * @param secret empty if only the code was typed: enough to read, not to change
 */
record TicketKey(String code, String secret) {
  /** The ticket in a scanned text, whatever follows it; empty if it is something else. */
  static Optional<TicketKey> scanned(String text) {
    return TicketText.scanned(text).map(ticket -> new TicketKey(ticket.code(), ticket.secret()));
  }

  boolean canChange() {
    return !secret.isEmpty();
  }
}
