package vn.gocua.protocol.access;

/** A password that is seen once and has to be changed at once. */
public record OneTimePassword(String username, String role, String oneTimePassword) {
  @Override
  public String toString() {
    return "one-time password"; // It stays out of logs.
  }
}
