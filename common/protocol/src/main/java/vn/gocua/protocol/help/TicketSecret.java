package vn.gocua.protocol.help;

import vn.gocua.protocol.body.Max;

/** A ticket's secret, which proves its holder. */
public record TicketSecret(@Max(100) String secret) {
  @Override
  public String toString() {
    return "secret"; // It stays out of logs.
  }
}
