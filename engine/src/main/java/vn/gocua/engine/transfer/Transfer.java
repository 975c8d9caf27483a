package vn.gocua.engine.transfer;

import vn.gocua.engine.journal.Event;
import vn.gocua.engine.journal.Unfinished;

/**
 * A journal and its vault, brought to a place that has neither. The vault is in place before the
 * journal is: a journal whose requests have lost their data would be worse than data that nobody
 * refers to.
 */
final class Transfer {
  private final Source<Event> events;
  private final Source<SealedRecord> vault;
  private final Progress progress;
  private final Fingerprint expectedEvents;
  private final Fingerprint expectedVault;

  /** Reads both from first to last; nothing is written yet. */
  Transfer(Source<Event> events, Source<SealedRecord> vault, Progress progress) {
    this.events = events;
    this.vault = vault;
    this.progress = progress;
    this.expectedEvents = Kind.EVENTS.survey(events, progress);
    this.expectedVault = Kind.VAULT.survey(vault, progress);
  }

  Fingerprint events() {
    return expectedEvents;
  }

  Fingerprint vault() {
    return expectedVault;
  }

  /**
   * Copies, proves, and puts in place.
   *
   * @return how many events an earlier try had copied
   * @throws TransferFailed if it is not done; what was copied stays, unfinished
   */
  long to(Location target, Stores stores) {
    Unfinished journal = stores.target(target);
    VaultCopy vaultCopy = new VaultCopy(vault, expectedVault, target, stores);
    boolean vaultDone = vaultCopy.isDone(progress);
    long before = new Copy(events, journal, progress).run(expectedEvents);
    if (!vaultDone) {
      vaultCopy.run(progress);
    }
    journal.finish();
    return before;
  }
}
