package vn.gocua.protocol.access;

/** A phone that was enrolled. */
public record EnrolledPhone(String device, String token, String team) {
  @Override
  public String toString() {
    return "phone of " + team; // The token stays out of logs.
  }
}
