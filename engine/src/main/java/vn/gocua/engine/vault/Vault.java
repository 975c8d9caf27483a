package vn.gocua.engine.vault;

import com.google.crypto.tink.KeysetHandle;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Encrypted personal data under opaque refs. Reading is recorded first, and records can be erased.
 * All other stores have the ref alone. Calls block.
 *
 * <p>Several features share it. Their refs differ in form, so that each sweeps its own orphans
 * only.
 */
public final class Vault implements AutoCloseable {
  /** The vault's own secret, sealed like the rest: that it opens proves the key. */
  static final String OWN = "the-vaults-own-secret";

  private static final int SECRET_BYTES = 32;

  private final VaultStore store;
  private final RecordCipher seal;
  private final VaultKey key;
  private final SecretKeySpec secret;

  private Vault(VaultStore store, KeysetHandle keys, Path keyFile, byte[] secret) {
    this.store = store;
    this.seal = RecordCipher.of(keys, keyFile);
    this.key = VaultKey.of(keys, keyFile);
    this.secret = new SecretKeySpec(secret, "HmacSHA256");
  }

  /**
   * Opens a vault with the key in a file; a new vault gets a new key if there is none.
   *
   * @throws VaultLocked if the vault is in use and its key is missing or another one
   * @throws VaultUnavailable if the store does not answer, or a new key cannot be written
   */
  public static Vault open(VaultStore store, Path keyFile, Instant now) {
    if (!Files.exists(keyFile)) {
      boolean used = store.read(OWN).isPresent();
      // Another engine that starts may have made both meanwhile: the key before the record.
      if (used && !Files.exists(keyFile)) {
        throw new VaultLocked(VaultLocked.Reason.KEY_MISSING, keyFile);
      }
      if (!used) {
        makeKey(keyFile);
      }
    }
    KeysetHandle keys = RecordCipher.keyset(keyFile);
    RecordCipher seal = RecordCipher.of(keys, keyFile);
    Optional<byte[]> kept = store.read(OWN);
    if (kept.isEmpty()) {
      byte[] made = new byte[SECRET_BYTES];
      new SecureRandom().nextBytes(made);
      store.keep(OWN, seal.seal(OWN, made), now);
      // Another engine may have been quicker: the stored one counts.
      kept = store.read(OWN);
    }
    try {
      return new Vault(store, keys, keyFile, seal.open(OWN, kept.orElseThrow()));
    } catch (GeneralSecurityException e) {
      throw new VaultLocked(VaultLocked.Reason.WRONG_KEY, keyFile);
    }
  }

  /**
   * Identifies a vault without its key: the SHA-256 of its own sealed record; empty if it was never
   * used.
   */
  public static Optional<String> mark(VaultStore store) {
    return store.read(OWN).map(Vault::sha256);
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /**
   * Why a vault that is in use cannot be opened with the key in a file; empty if it can, or was
   * never used. Nothing is made.
   */
  public static Optional<VaultLocked.Reason> trouble(VaultStore store, Path keyFile) {
    byte[] own = store.read(OWN).orElse(null);
    if (own == null) {
      return Optional.empty();
    }
    try {
      return VaultKey.read(keyFile).opens(OWN, own)
          ? Optional.empty()
          : Optional.of(VaultLocked.Reason.WRONG_KEY);
    } catch (VaultLocked e) {
      return Optional.of(e.reason());
    }
  }

  /** Why no vault can be opened with a key file that is there; empty if one can. */
  public static Optional<VaultLocked.Reason> unusable(Path keyFile) {
    try {
      var _ = VaultKey.read(keyFile);
      return Optional.empty();
    } catch (VaultLocked e) {
      return Optional.of(e.reason());
    }
  }

  /** Whether there is a record. Does not read it. */
  public boolean has(String ref) {
    return store.read(ref).isPresent();
  }

  private static void makeKey(Path keyFile) {
    try {
      RecordCipher.makeKey(keyFile);
    } catch (IOException e) {
      throw new VaultUnavailable(keyFile + " cannot be written: " + e.getMessage(), e);
    }
  }

  /** Keeps personal data under a ref; if there is some already, that stays. */
  public void keep(String ref, byte[] personal, Instant at) {
    store.keep(ref, seal.seal(ref, personal), at);
  }

  /**
   * Reads personal data, after the reading is on record; empty if it was erased.
   *
   * @throws VaultUnavailable if it does not open
   * @throws vn.gocua.protocol.refusal.Refusal if the reader's quota is used up
   */
  public Optional<byte[]> read(String ref, DataAccess reading, AccessLog log) {
    log.record(reading, 1);
    return opened(ref);
  }

  /**
   * Reads the records of one matter, by ref, after the access is recorded; erased ones are missing.
   *
   * @throws VaultUnavailable if a record does not open
   * @throws vn.gocua.protocol.refusal.Refusal if the reader's quota is used up
   */
  public Map<String, byte[]> readAll(List<String> refs, DataAccess reading, AccessLog log) {
    log.record(reading, refs.size());
    Map<String, byte[]> found = new HashMap<>();
    for (String ref : refs) {
      opened(ref).ifPresent(personal -> found.put(ref, personal));
    }
    return found;
  }

  /**
   * Reads a label that people gave a thing of the installation, such as a phone; never a resident's
   * data. Empty if there is none. The access is not recorded.
   *
   * @throws VaultUnavailable if it does not open
   */
  public Optional<byte[]> label(String ref) {
    return opened(ref);
  }

  /**
   * Whether a record exists and fits; for searches that show nobody the data.
   *
   * @throws VaultUnavailable if it does not open
   */
  public boolean holds(String ref, Predicate<byte[]> fits) {
    return opened(ref).filter(fits).isPresent();
  }

  Optional<byte[]> opened(String ref) {
    return store.read(ref).map(sealed -> seal.opened(ref, sealed));
  }

  /**
   * Keeps a record in another vault too, sealed with that one's key; what is there already stays.
   * Nobody is shown it, and the caller puts it on record.
   *
   * @param there the ref in the other vault
   * @return whether there is such a record here
   * @throws VaultUnavailable if it does not open
   */
  public boolean copyTo(Vault other, String ref, String there, Instant at) {
    Optional<byte[]> personal = opened(ref);
    personal.ifPresent(bytes -> other.keep(there, bytes, at));
    return personal.isPresent();
  }

  /** Erases personal data; again: nothing changes. */
  public boolean erase(String ref) {
    return store.erase(ref);
  }

  /** Whether a record's ref is of personal data, not of the vault itself. */
  public static boolean isPersonal(String ref) {
    return !ref.equals(OWN);
  }

  /** Refs of records last kept before a time, to be compared with those still in use. */
  public List<String> keptBefore(Instant time) {
    return store.keptBefore(time).stream().filter(Vault::isPersonal).toList();
  }

  /**
   * Erases unreferenced records, which a crash between the vault and the journal leaves.
   *
   * @param held read after {@link #keptBefore}
   * @param before the same time as there
   * @return their number
   */
  public int eraseOrphans(List<String> candidates, Set<String> held, Instant before) {
    int erased = 0;
    for (String ref : candidates) {
      if (!held.contains(ref) && store.eraseIfKeptBefore(ref, before)) {
        erased++;
      }
    }
    return erased;
  }

  /** Derives 256 secret bits from words; equal words give equal bits. */
  public byte[] derived(String purpose, String of) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(secret);
      return mac.doFinal((purpose + "\n" + of).getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException | InvalidKeyException e) {
      throw new IllegalStateException("every JDK has HMAC-SHA-256", e);
    }
  }

  /**
   * A key of its own for a purpose, derived from the vault's secret by HKDF: every engine with this
   * vault has the same, and it stays the same when the vault's key is rotated.
   *
   * @param purpose a name with a version, such as {@code gocua/browser/1}
   */
  public byte[] subkey(String purpose) {
    return Subkeys.of(secret.getEncoded(), purpose);
  }

  /** Rotation of this vault's key. */
  public KeyRotation rotation() {
    return new KeyRotation(store, seal);
  }

  /** The keys in the key file, as they were when the vault was opened: for proving backups. */
  public VaultKey key() {
    return key;
  }

  @Override
  public void close() {
    store.close();
  }
}
