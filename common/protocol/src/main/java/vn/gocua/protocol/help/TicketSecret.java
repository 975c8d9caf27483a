package vn.gocua.protocol.help;

import vn.gocua.protocol.body.Max;

/** What opens a ticket to its owner. */
public record TicketSecret(@Max(100) String secret) {
  @Override
  public String toString() {
    return "secret"; // It stays out of logs.
  }
}
