package vn.gocua.engine.transfer;

import java.util.Optional;
import vn.gocua.engine.transfer.TransferFailed.Reason;
import vn.gocua.engine.transfer.archive.Fingerprint;
import vn.gocua.engine.transfer.archive.Progress;
import vn.gocua.engine.transfer.archive.RecordSource;
import vn.gocua.engine.transfer.archive.SealedRecord;
import vn.gocua.engine.transfer.archive.SectionKind;
import vn.gocua.engine.vault.StagedVault;

/**
 * Copies the vault's sealed records and proves the copy. The vault is small, so a copy that was cut
 * short begins anew.
 */
final class VaultCopy {
  private final RecordSource<SealedRecord> source;
  private final Fingerprint expected;
  private final Location target;
  private final Stores stores;

  /**
   * @param expected result of the source's survey
   */
  VaultCopy(
      RecordSource<SealedRecord> source, Fingerprint expected, Location target, Stores stores) {
    this.source = source;
    this.expected = expected;
    this.target = target;
    this.stores = stores;
  }

  /**
   * Whether the target has these records already, from a copy that was cut short before the
   * journal.
   *
   * @throws TransferFailed if it has another vault
   */
  boolean isDone(Progress progress) {
    Optional<RecordSource<SealedRecord>> there = stores.existingVault(target);
    if (there.isEmpty()) {
      return expected.count() == 0;
    }
    if (SectionKind.VAULT.survey(there.get(), progress).equals(expected)) {
      return true;
    }
    throw new TransferFailed(Reason.IN_THE_WAY, "target.exists", target.display(), "vault");
  }

  /** Copies and checks. */
  void run(Progress progress) {
    StagedVault vault = stores.vaultTarget(target);
    progress.begin("step.copying", expected.count());
    source.read(record -> {
      record.keepIn(vault.store());
      progress.advance(1);
    });
    progress.end();
    Fingerprint held =
        SectionKind.VAULT.sum(
            reader -> vault.store().readAll(SealedRecord.reader(reader)), progress);
    if (!held.equals(expected)) {
      throw new TransferFailed(
          Reason.EVENTS,
          "copy.different",
          expected.count(),
          held.count(),
          expected.hash(),
          held.hash(),
          vault.place());
    }
    vault.finish();
  }
}
