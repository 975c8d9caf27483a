package vn.gocua.engine.vault;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.KDF;
import javax.crypto.spec.HKDFParameterSpec;

/**
 * Derives a key for each purpose from one key, by HKDF with SHA-256 (RFC 5869), without a salt.
 * Derived keys reveal nothing of each other.
 */
public final class Subkeys {
  /** Length of a key: the hash's. */
  public static final int BYTES = 32;

  private Subkeys() {}

  /**
   * The key for a purpose, always the same.
   *
   * @param purpose a name with a version, such as {@code gocua/backup-mac/1}
   * @return {@link #BYTES} bytes
   */
  public static byte[] of(byte[] key, String purpose) {
    try {
      return KDF.getInstance("HKDF-SHA256")
          .deriveData(
              HKDFParameterSpec.ofExtract()
                  .addIKM(key)
                  .thenExpand(purpose.getBytes(StandardCharsets.UTF_8), BYTES));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK 25 has HKDF", e);
    }
  }
}
