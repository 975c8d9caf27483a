package vn.gocua.kiosk.resident.ticket;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Access to a ticket: its code, and the secret from its QR code.
 *
 * @param secret empty if only the code was typed: enough to read, not to change
 */
record TicketKey(String code, String secret) {
  private static final Pattern SCANNED =
      Pattern.compile("(?:^|#)([A-Z]{2}-[0-9]{4,12})(?![0-9])(?:\\.([A-Za-z0-9_-]{22}))?");

  /** The ticket in a scanned text, whatever follows it; empty if it is something else. */
  static Optional<TicketKey> scanned(String text) {
    Matcher found = SCANNED.matcher(text.strip());
    return found.find()
        ? Optional.of(new TicketKey(found.group(1), found.group(2) == null ? "" : found.group(2)))
        : Optional.empty();
  }

  boolean canChange() {
    return !secret.isEmpty();
  }
}
