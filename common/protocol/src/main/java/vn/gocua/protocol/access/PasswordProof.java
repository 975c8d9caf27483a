package vn.gocua.protocol.access;

import vn.gocua.protocol.body.Max;

/** Shows that whoever is signed in is still who signed in. */
public record PasswordProof(@Max(200) String password) {
  @Override
  public String toString() {
    return "password"; // It stays out of logs.
  }
}
