package vn.gocua.protocol.access;

import vn.gocua.protocol.body.Max;

/** The first code of an authenticator that has been set up. */
public record TotpConfirmation(
    @Max(60) String seed, @Max(20) String code, @Max(200) String password) {
  @Override
  public String toString() {
    return "an authenticator's code"; // It stays out of logs.
  }
}
