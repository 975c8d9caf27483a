package vn.gocua.engine.vault;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/** How a vault comes from an older key to a new one, beside engines that go on working. */
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
   * Gives a vault a new key, with which every engine seals that opens it from then on; what was
   * sealed before opens with the older keys, which stay in the file until {@link #retireOlderKeys}.
   *
   * @return how many keys the file has now
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

  /** Told how many of how many records have been looked at. */
  @FunctionalInterface
  public interface Progress {
    void at(long looked, long all);
  }

  /**
   * Seals with the newest key what an older one sealed, its own secret included. It may be stopped
   * and begun again at any time, beside engines that have the newest key: what was erased meanwhile
   * stays erased.
   *
   * @return how many were sealed anew
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

  /** How many records need a key older than the newest. */
  public long underOlderKeys() {
    long[] older = new long[1];
    store.readAll((_, sealed, _) -> older[0] += seal.isNewest(sealed) ? 0 : 1);
    return older[0];
  }

  /**
   * Takes the older keys out of the file, once no record needs them. Engines that have not read the
   * file since its newest key was added must not run: what they seal could not be opened any more.
   *
   * @return how many keys were taken out
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
