package vn.gocua.engine;

import java.time.Clock;
import vn.gocua.engine.config.Settings;
import vn.gocua.engine.vault.Vault;
import vn.gocua.engine.vault.VaultLocked;
import vn.gocua.engine.vault.VaultStore;
import vn.gocua.engine.vault.VaultUnavailable;
import vn.gocua.engine.vault.mongo.MongoVaultStore;
import vn.gocua.engine.vault.sqlite.SqliteVaultStore;

/** Opening the vault beside the journal, or saying clearly why that cannot be. */
final class OpenVault {
  private OpenVault() {}

  /**
   * @throws StartRefused if its key is missing or another one, or its store does not answer
   */
  static Vault of(Settings settings) {
    try {
      VaultStore store =
          settings.journal().equals(Settings.EMBEDDED)
              ? SqliteVaultStore.open(settings.data().resolve(Settings.VAULT_FILE))
              : MongoVaultStore.open(settings.journal());
      try {
        return Vault.open(store, settings.vaultKeyFile(), Clock.systemUTC().instant());
      } catch (RuntimeException e) {
        store.close();
        throw e;
      }
    } catch (VaultLocked e) {
      String key =
          switch (e.reason()) {
            case KEY_MISSING -> "start.vault-key-missing";
            case KEY_NOT_READABLE -> "start.vault-key-not-readable";
            case WRONG_KEY -> "start.vault-wrong-key";
          };
      throw new StartRefused(StartRefused.Reason.VAULT, Terminal.text(key, e.keyFile()));
    } catch (VaultUnavailable e) {
      throw new StartRefused(
          StartRefused.Reason.VAULT,
          Terminal.text("start.vault-unreachable", String.valueOf(e.getMessage())));
    }
  }
}
