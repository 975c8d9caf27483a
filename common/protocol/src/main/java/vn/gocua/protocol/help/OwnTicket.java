package vn.gocua.protocol.help;

import vn.gocua.protocol.body.Max;

/** A ticket's code and secret. */
public record OwnTicket(@Max(20) String code, @Max(100) String secret) {
  @Override
  public String toString() {
    return "ticket"; // The secret stays out of logs.
  }
}
