package vn.gocua.engine.transfer;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import vn.gocua.base.settings.ConfigErrors;
import vn.gocua.engine.config.Settings;
import vn.gocua.engine.transfer.archive.SealedRecord;
import vn.gocua.engine.vault.VaultKey;
import vn.gocua.engine.vault.VaultLocked;

/**
 * The vault's key where it was looked for.
 *
 * @param place its file
 * @param key null if it is not there, or cannot be used
 * @param trouble why there is no key; null if there is one
 */
record KeyAtHand(Path place, @Nullable VaultKey key, VaultLocked.@Nullable Reason trouble) {

  /**
   * Looks for the key of the vault beside a journal: where the engine of that store would.
   *
   * @param named the file that was named instead, if one was
   */
  static KeyAtHand of(Location location, @Nullable Path named) {
    return in(named == null ? place(location) : named.toAbsolutePath().normalize());
  }

  private static KeyAtHand in(Path place) {
    try {
      return new KeyAtHand(place, VaultKey.read(place), null);
    } catch (VaultLocked e) {
      return new KeyAtHand(place, null, e.reason());
    }
  }

  /** The setting holds for every store; without one, the key is beside the store's folder. */
  private static Path place(Location location) {
    Settings own = TransferCommand.settings(new ConfigErrors());
    boolean set = !own.vaultKeyFile().equals(Settings.usualKeyFile(own.data()));
    return location instanceof Location.Sqlite sqlite && !set
        ? Settings.usualKeyFile(sqlite.folder())
        : own.vaultKeyFile();
  }

  /** Whether the key does not open the vault with this record. */
  boolean isAnothers(SealedRecord proof) {
    return key != null && !proof.opensWith(key);
  }
}
