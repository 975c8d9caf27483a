package vn.gocua.engine.stores;

import java.time.Clock;
import vn.gocua.base.Closer;
import vn.gocua.engine.config.Settings;
import vn.gocua.engine.documents.store.DocumentStore;
import vn.gocua.engine.journal.Journal;

/**
 * The opened stores of an engine.
 *
 * @param opened the vault, and whether it was begun again
 */
public record EngineStores(Journal journal, VaultOpener.Opened opened, DocumentStore documents) {

  /**
   * Opens the journal, then the vault beside it; the closer closes them.
   *
   * @param realTime dates new events
   * @param withoutVault whether to give up a vault whose key is lost
   * @throws vn.gocua.engine.config.StartRefused if one of them can't be opened or was lost
   */
  public static EngineStores open(
      Settings settings, String campaign, Clock realTime, boolean withoutVault, Closer closer) {
    Journal journal = closer.opened(JournalStore.open(settings, realTime));
    VaultOpener.Opened opened =
        VaultOpener.of(settings, journal, campaign, withoutVault, realTime.instant());
    closer.opened(opened.vault());
    return new EngineStores(journal, opened, DocumentStores.open(settings, closer));
  }
}
