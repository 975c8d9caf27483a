package vn.gocua.engine.vault;

import com.google.crypto.tink.AccessesPartialKey;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.aead.AesGcmKey;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Uses the vault's key file without the vault: proves a backup's origin, and tells whether the key
 * opens a vault. Keys have ids, and a file may hold older ones too.
 */
public final class VaultKey {
  private static final String BACKUP_MAC = "gocua/backup-mac/1";
  private static final String HMAC = "HmacSHA256";

  private final RecordCipher seal;
  private final int newest;
  private final Map<Integer, SecretKeySpec> macKeys;

  private VaultKey(RecordCipher seal, int newest, Map<Integer, SecretKeySpec> macKeys) {
    this.seal = seal;
    this.newest = newest;
    this.macKeys = Map.copyOf(macKeys);
  }

  /**
   * Reads a key file.
   *
   * @throws VaultLocked if it is missing, or holds no usable key
   */
  public static VaultKey read(Path file) {
    if (!Files.exists(file)) {
      throw new VaultLocked(VaultLocked.Reason.KEY_MISSING, file);
    }
    return of(RecordCipher.keyset(file), file);
  }

  @AccessesPartialKey
  static VaultKey of(KeysetHandle keyset, Path file) {
    Map<Integer, SecretKeySpec> macKeys = new HashMap<>();
    for (int i = 0; i < keyset.size(); i++) {
      KeysetHandle.Entry entry = keyset.getAt(i);
      if (entry.getKey() instanceof AesGcmKey key) {
        byte[] bytes = key.getKeyBytes().toByteArray(InsecureSecretKeyAccess.get());
        macKeys.put(entry.getId(), new SecretKeySpec(Subkeys.of(bytes, BACKUP_MAC), HMAC));
      }
    }
    int newest = keyset.getPrimary().getId();
    if (!macKeys.containsKey(newest)) {
      throw new VaultLocked(VaultLocked.Reason.KEY_NOT_READABLE, file);
    }
    return new VaultKey(RecordCipher.of(keyset, file), newest, macKeys);
  }

  /** The id of the key that seals now; any 32 bits. */
  public int newest() {
    return newest;
  }

  /** Whether the file has the key of that id. */
  public boolean knows(int id) {
    return macKeys.containsKey(id);
  }

  /**
   * HMAC-SHA-256 by the subkey for backups.
   *
   * @param id of a key that is here
   */
  public Mac backupMac(int id) {
    try {
      Mac mac = Mac.getInstance(HMAC);
      mac.init(Objects.requireNonNull(macKeys.get(id), "a key that is here"));
      return mac;
    } catch (NoSuchAlgorithmException | InvalidKeyException e) {
      throw new IllegalStateException("every JDK has HMAC-SHA-256", e);
    }
  }

  /** Whether this is the key of the vault that has that record. */
  public boolean opens(String ref, byte[] sealed) {
    try {
      return seal.open(ref, sealed) != null;
    } catch (GeneralSecurityException _) {
      return false;
    }
  }

  /** Whether a record is a vault's own, which proves its key; every vault has one. */
  public static boolean isProof(String ref) {
    return ref.equals(Vault.OWN);
  }
}
