package vn.gocua.protocol.access;

/**
 * What an authenticator has to be told.
 *
 * @param uri the same as a QR code shows it
 */
public record TotpSetupInfo(String seed, String secret, String uri) {
  @Override
  public String toString() {
    return "an authenticator's set-up"; // The secret stays out of logs.
  }
}
