package vn.gocua.protocol.access;

import vn.gocua.protocol.body.Max;

/** The password of a signed-in leader, as a proof. */
public record PasswordProof(@Max(200) String password) {
  @Override
  public String toString() {
    return "password"; // It stays out of logs.
  }
}
