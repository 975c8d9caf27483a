package vn.gocua.engine.vault;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.KDF;
import javax.crypto.spec.HKDFParameterSpec;

/**
 * Keys derived from a key, one for each purpose, so that none tells anything of another: HKDF with
 * SHA-256 (RFC 5869), without a salt.
 */
public final class Subkeys {
  /** As long as the hash. */
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
