package vn.gocua.engine.vault;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.Configuration;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig2026;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import vn.gocua.base.file.PrivateFile;

/**
 * Encrypts with Tink's AEAD. A record is bound to its ref: under another ref it does not open.
 *
 * <p>The key's file is a Tink keyset in JSON. To rotate is to add a key to it that is primary: new
 * records are sealed with it, old ones open with the older keys until they are sealed anew.
 */
final class RecordCipher {
  private static final Configuration TINK = AeadConfig2026.get();

  /** Length of Tink's prefix of sealed records: a byte of one, and the key's id. */
  private static final int MARK_BYTES = 5;

  private final Aead aead;
  private final byte[] mark;

  private RecordCipher(Aead aead, int keyId) {
    this.aead = aead;
    this.mark = ByteBuffer.allocate(MARK_BYTES).put((byte) 1).putInt(keyId).array();
  }

  /**
   * Makes a key's file, readable by its owner only. If there is one already, made by another engine
   * this moment, that is the key.
   *
   * @throws IOException if it cannot be written
   */
  static void makeKey(Path file) throws IOException {
    try {
      KeysetHandle keyset = KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM, TINK);
      PrivateFile.write(
          file,
          TinkJsonProtoKeysetFormat.serializeKeyset(keyset, TINK, InsecureSecretKeyAccess.get()));
    } catch (FileAlreadyExistsException _) {
      // Two engines with one vault, started at once.
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has AES-GCM", e);
    }
  }

  /**
   * @throws VaultLocked if the file holds no usable key
   */
  static RecordCipher read(Path file) {
    return of(keyset(file), file);
  }

  static RecordCipher of(KeysetHandle keyset, Path file) {
    try {
      return new RecordCipher(keyset.getPrimitive(TINK, Aead.class), keyset.getPrimary().getId());
    } catch (GeneralSecurityException e) {
      throw new VaultLocked(VaultLocked.Reason.KEY_NOT_READABLE, file);
    }
  }

  /**
   * The keys in a file.
   *
   * @throws VaultLocked if it holds none that are usable
   */
  static KeysetHandle keyset(Path file) {
    try {
      return TinkJsonProtoKeysetFormat.parseKeyset(
          Files.readString(file), TINK, InsecureSecretKeyAccess.get());
    } catch (IOException | GeneralSecurityException e) {
      throw new VaultLocked(VaultLocked.Reason.KEY_NOT_READABLE, file);
    }
  }

  /**
   * Adds a key to the file, with which all is sealed once an engine has read it.
   *
   * @return how many keys there are now
   * @throws VaultLocked if the file holds no usable key
   * @throws IOException if it cannot be written; it is as it was
   */
  static int rotate(Path file) throws IOException {
    try {
      KeysetHandle before =
          TinkJsonProtoKeysetFormat.parseKeyset(
              Files.readString(file), TINK, InsecureSecretKeyAccess.get());
      KeysetHandle after =
          KeysetHandle.newBuilder(before)
              .setConfiguration(TINK)
              .addEntry(
                  KeysetHandle.generateEntryFromParameters(PredefinedAeadParameters.AES256_GCM)
                      .withRandomId()
                      .makePrimary())
              .build();
      PrivateFile.replace(
          file,
          TinkJsonProtoKeysetFormat.serializeKeyset(after, TINK, InsecureSecretKeyAccess.get()));
      return after.size();
    } catch (NoSuchFileException _) {
      throw new VaultLocked(VaultLocked.Reason.KEY_MISSING, file);
    } catch (GeneralSecurityException e) {
      throw new VaultLocked(VaultLocked.Reason.KEY_NOT_READABLE, file);
    }
  }

  /**
   * Removes every key from the file but the primary one.
   *
   * @return number of removed keys
   * @throws VaultLocked if the file holds no usable key
   * @throws IOException if it cannot be written; it is unchanged
   */
  static int retire(Path file) throws IOException {
    try {
      KeysetHandle before =
          TinkJsonProtoKeysetFormat.parseKeyset(
              Files.readString(file), TINK, InsecureSecretKeyAccess.get());
      KeysetHandle after =
          KeysetHandle.newBuilder()
              .setConfiguration(TINK)
              .addEntry(
                  KeysetHandle.importKey(before.getPrimary().getKey())
                      .withFixedId(before.getPrimary().getId())
                      .makePrimary())
              .build();
      PrivateFile.replace(
          file,
          TinkJsonProtoKeysetFormat.serializeKeyset(after, TINK, InsecureSecretKeyAccess.get()));
      return before.size() - after.size();
    } catch (NoSuchFileException _) {
      throw new VaultLocked(VaultLocked.Reason.KEY_MISSING, file);
    } catch (GeneralSecurityException e) {
      throw new VaultLocked(VaultLocked.Reason.KEY_NOT_READABLE, file);
    }
  }

  /** Whether a record is sealed with the primary key. */
  boolean isNewest(byte[] sealed) {
    return sealed.length > MARK_BYTES && Arrays.equals(sealed, 0, MARK_BYTES, mark, 0, MARK_BYTES);
  }

  byte[] seal(String ref, byte[] plain) {
    try {
      return aead.encrypt(plain, bytes(ref));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("encryption failed", e);
    }
  }

  /**
   * @throws GeneralSecurityException if the key is another, or the record was not sealed under that
   *     ref
   */
  byte[] open(String ref, byte[] sealed) throws GeneralSecurityException {
    return aead.decrypt(sealed, bytes(ref));
  }

  /**
   * The same of a record that must open.
   *
   * @throws VaultUnavailable if it does not
   */
  byte[] opened(String ref, byte[] sealed) {
    try {
      return open(ref, sealed);
    } catch (GeneralSecurityException e) {
      throw new VaultUnavailable("a record does not open with this key", e);
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
