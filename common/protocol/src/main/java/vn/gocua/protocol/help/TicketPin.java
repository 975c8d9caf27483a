package vn.gocua.protocol.help;

import vn.gocua.protocol.body.Max;

/** The six digits on a ticket. */
public record TicketPin(@Max(20) String pin) {
  @Override
  public String toString() {
    return "pin"; // It stays out of logs.
  }
}
