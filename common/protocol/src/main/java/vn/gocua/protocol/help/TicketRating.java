package vn.gocua.protocol.help;

import vn.gocua.protocol.body.Max;
import vn.gocua.protocol.body.Range;

/** A holder's rating: one to five stars. */
public record TicketRating(@Range(min = 1, max = 5) int stars, @Max(100) String secret) {
  @Override
  public String toString() {
    return "rating"; // The secret stays out of logs.
  }
}
