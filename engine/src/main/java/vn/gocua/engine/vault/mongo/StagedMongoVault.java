package vn.gocua.engine.vault.mongo;

import vn.gocua.engine.vault.StagedVault;
import vn.gocua.engine.vault.VaultStore;

/** A vault in the making: the collection {@code vault_unfinished}, renamed in the end. */
public final class StagedMongoVault implements StagedVault {
  private static final String UNFINISHED = "vault_unfinished";

  private final MongoVaultStore store;

  private StagedMongoVault(MongoVaultStore store) {
    this.store = store;
  }

  /** Begins a vault; the connection string is as for {@link MongoVaultStore#open}. */
  public static StagedMongoVault open(String uri) {
    MongoVaultStore store = MongoVaultStore.open(uri, UNFINISHED);
    store.drop();
    return new StagedMongoVault(store);
  }

  @Override
  public VaultStore store() {
    return store;
  }

  @Override
  public String place() {
    return UNFINISHED;
  }

  @Override
  public void finish() {
    store.rename(MongoVaultStore.RECORDS);
  }

  @Override
  public void close() {
    store.close();
  }
}
