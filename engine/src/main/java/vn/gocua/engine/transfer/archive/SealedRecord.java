package vn.gocua.engine.transfer.archive;

import java.time.Instant;
import java.util.Base64;
import java.util.function.Consumer;
import vn.gocua.engine.vault.VaultKey;
import vn.gocua.engine.vault.VaultStore;

/**
 * A record of the vault as it travels: still sealed, its key nowhere near.
 *
 * @param sealed in base64
 */
public record SealedRecord(String ref, String sealed, Instant keptAt) {

  public static VaultStore.Reader reader(Consumer<SealedRecord> consumer) {
    return (ref, sealed, keptAt) ->
        consumer.accept(new SealedRecord(ref, Base64.getEncoder().encodeToString(sealed), keptAt));
  }

  public boolean opensWith(VaultKey key) {
    return key.opens(ref, Base64.getDecoder().decode(sealed));
  }

  public void keepIn(VaultStore store) {
    store.keep(ref, Base64.getDecoder().decode(sealed), keptAt);
  }
}
