package vn.gocua.engine.transfer;

import java.io.IOException;
import vn.gocua.engine.journal.Event;
import vn.gocua.engine.journal.StagedJournal;
import vn.gocua.engine.transfer.archive.DocumentPiece;
import vn.gocua.engine.transfer.archive.Fingerprint;
import vn.gocua.engine.transfer.archive.Progress;
import vn.gocua.engine.transfer.archive.RecordSource;
import vn.gocua.engine.transfer.archive.SealedRecord;
import vn.gocua.engine.transfer.archive.SectionKind;

/**
 * Moves a journal, its vault and its documents to an empty place. The vault is in place before the
 * journal: unreferenced data is better than requests without data.
 */
final class Transfer {
  private final RecordSource<Event> events;
  private final RecordSource<SealedRecord> vault;
  private final Progress progress;
  private final Fingerprint expectedEvents;
  private final Fingerprint expectedVault;
  private final RecordSource<DocumentPiece> documents;
  private final Fingerprint expectedDocuments;

  /** Reads both from first to last; nothing is written yet. */
  Transfer(
      RecordSource<Event> events,
      RecordSource<SealedRecord> vault,
      RecordSource<DocumentPiece> documents,
      Progress progress) {
    this.events = events;
    this.vault = vault;
    this.progress = progress;
    this.expectedEvents = SectionKind.EVENTS.survey(events, progress);
    this.expectedVault = SectionKind.VAULT.survey(vault, progress);
    this.documents = documents;
    this.expectedDocuments = SectionKind.DOCUMENTS.survey(documents, progress);
  }

  Fingerprint events() {
    return expectedEvents;
  }

  Fingerprint vault() {
    return expectedVault;
  }

  /**
   * Copies, verifies, and puts in place.
   *
   * @return number of events that an earlier try had copied
   * @throws TransferFailed if it is not done; the unfinished copy stays
   */
  long to(Location target, Stores stores) throws IOException {
    StagedJournal journal = stores.target(target);
    VaultCopy vaultCopy = new VaultCopy(vault, expectedVault, target, stores);
    boolean vaultDone = vaultCopy.isDone(progress);
    long before = new VerifiedCopy(events, journal, progress).run(expectedEvents);
    if (!vaultDone) {
      vaultCopy.run(progress);
    }
    if (expectedDocuments.count() > 0) {
      DocumentFiles.copy(documents, expectedDocuments, stores.documents(target), progress);
    }
    journal.finish();
    return before;
  }
}
