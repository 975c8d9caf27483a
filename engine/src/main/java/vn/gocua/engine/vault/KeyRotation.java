package vn.gocua.engine.vault;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/** Moves a vault from an older key to a new one, while engines run. */
public final class KeyRotation {
  /** Later than anything is ever kept, and a date for every store. */
  private static final Instant AFTER_ALL = Instant.parse("9999-01-01T00:00:00Z");

  private final VaultStore store;
  private final RecordCipher seal;

  KeyRotation(VaultStore store, RecordCipher seal) {
    this.store = store;
    this.seal = seal;
  }

  /**
   * Adds a new key, which every engine uses that starts from then on. Older records open with the
   * older keys, which stay in the file until {@link #retireOlderKeys}.
   *
   * @return number of keys in the file now
   * @throws VaultLocked if the file is missing or holds no key
   * @throws VaultUnavailable if it cannot be written
   */
  public static int addKey(Path keyFile) {
    try {
      return RecordCipher.rotate(keyFile);
    } catch (IOException e) {
      throw new VaultUnavailable(keyFile + " cannot be written: " + e.getMessage(), e);
    }
  }

  /** Receives the number of examined records and of all. */
  @FunctionalInterface
  public interface Progress {
    void at(long looked, long all);
  }

  /**
   * Seals older records with the newest key, the vault's own secret included. It may be stopped and
   * repeated at any time, beside engines with the newest key. Records erased meanwhile stay erased.
   *
   * @return number of resealed records
   * @throws VaultUnavailable if a record does not open
   */
  public long reseal(Progress progress) {
    List<String> refs = store.keptBefore(AFTER_ALL);
    long looked = 0;
    long resealed = 0;
    for (String ref : refs) {
      if (resealed(ref)) {
        resealed++;
      }
      progress.at(++looked, refs.size());
    }
    return resealed;
  }

  private boolean resealed(String ref) {
    byte[] sealed = store.read(ref).orElse(null);
    return sealed != null
        && !seal.isNewest(sealed)
        && store.replace(ref, sealed, seal.seal(ref, seal.opened(ref, sealed)));
  }

  /** Number of records that need a key older than the newest. */
  public long underOlderKeys() {
    long[] older = new long[1];
    store.readAll((_, sealed, _) -> older[0] += seal.isNewest(sealed) ? 0 : 1);
    return older[0];
  }

  /**
   * Removes the older keys from the file once no record needs them. Engines that started before the
   * newest key was added must not run: their records could no longer be opened.
   *
   * @return number of removed keys
   * @throws IllegalStateException if a record still needs one
   * @throws VaultUnavailable if the file cannot be written
   */
  public int retireOlderKeys(Path keyFile) {
    if (underOlderKeys() > 0) {
      throw new IllegalStateException("records are sealed with older keys");
    }
    try {
      return RecordCipher.retire(keyFile);
    } catch (IOException e) {
      throw new VaultUnavailable(keyFile + " cannot be written: " + e.getMessage(), e);
    }
  }
}
