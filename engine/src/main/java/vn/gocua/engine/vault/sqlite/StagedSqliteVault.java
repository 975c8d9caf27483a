package vn.gocua.engine.vault.sqlite;

import java.io.IOException;
import java.nio.file.Path;
import vn.gocua.engine.journal.JournalExists;
import vn.gocua.engine.journal.sqlite.StagedFile;
import vn.gocua.engine.vault.StagedVault;
import vn.gocua.engine.vault.VaultStore;
import vn.gocua.engine.vault.VaultUnavailable;

/** A vault's file in the making. */
public final class StagedSqliteVault implements StagedVault {
  private final StagedFile file;
  private final SqliteVaultStore store;

  private StagedSqliteVault(StagedFile file, SqliteVaultStore store) {
    this.file = file;
    this.store = store;
  }

  /**
   * Begins a staged vault.
   *
   * @param file its final place
   * @throws JournalExists if that file is there
   */
  public static StagedSqliteVault open(Path file) {
    StagedFile unfinished = StagedFile.of(file);
    try {
      unfinished.discard();
    } catch (IOException e) {
      throw new VaultUnavailable(unfinished.path() + ": " + e.getMessage(), e);
    }
    return new StagedSqliteVault(unfinished, SqliteVaultStore.open(unfinished.path()));
  }

  @Override
  public VaultStore store() {
    return store;
  }

  @Override
  public String place() {
    return file.path().toString();
  }

  @Override
  public void finish() {
    store.close();
    try {
      file.finish();
    } catch (IOException e) {
      throw new VaultUnavailable(place() + ": " + e.getMessage(), e);
    }
  }

  @Override
  public void close() {
    store.close();
  }
}
