package vn.gocua.engine.vault.mongo;

import vn.gocua.engine.vault.UnfinishedVault;
import vn.gocua.engine.vault.VaultStore;

/** A vault in the making: the collection {@code vault_unfinished}, renamed in the end. */
public final class MongoUnfinishedVault implements UnfinishedVault {
  private static final String UNFINISHED = "vault_unfinished";

  private final MongoVaultStore store;

  private MongoUnfinishedVault(MongoVaultStore store) {
    this.store = store;
  }

  /** Begins a vault; the connection string is as for {@link MongoVaultStore#open}. */
  public static MongoUnfinishedVault open(String uri) {
    MongoVaultStore store = MongoVaultStore.open(uri, UNFINISHED);
    store.drop();
    return new MongoUnfinishedVault(store);
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
