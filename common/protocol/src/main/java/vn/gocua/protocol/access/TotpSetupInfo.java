package vn.gocua.protocol.access;

/**
 * Data for setting up an authenticator.
 *
 * @param uri the same for a QR code
 */
public record TotpSetupInfo(String seed, String secret, String uri) {
  @Override
  public String toString() {
    return "an authenticator's set-up"; // The secret stays out of logs.
  }
}
