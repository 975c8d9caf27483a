package vn.gocua.protocol.learning;

import com.fasterxml.jackson.annotation.JsonProperty;

/** A seat in a class, with the code to say at the door. */
public record SeatReceipt(
    @JsonProperty("class") String session, String enrolment, int seat, String code, String secret) {
  @Override
  public String toString() {
    return "seat " + seat; // The secret stays out of logs.
  }
}
