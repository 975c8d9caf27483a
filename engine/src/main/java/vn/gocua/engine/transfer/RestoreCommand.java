package vn.gocua.engine.transfer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.gocua.base.console.Console;
import vn.gocua.engine.transfer.TransferFailed.Reason;
import vn.gocua.engine.transfer.archive.ArchiveReader;
import vn.gocua.engine.transfer.archive.ArchiveSeal;
import vn.gocua.engine.transfer.archive.Manifest;
import vn.gocua.engine.transfer.archive.Progress;
import vn.gocua.engine.transfer.archive.RecordSource;
import vn.gocua.engine.transfer.archive.SealedRecord;
import vn.gocua.engine.transfer.archive.SectionKind;
import vn.gocua.engine.vault.VaultLocked;

/** Makes a journal of a backup, where there is none. */
@Command(
    name = "restore",
    mixinStandardHelpOptions = true,
    description = {
      "Makes a journal of a backup's file, in a store that has none; no engine may be at work in it.",
      "The store is the one of these settings (GOCUA_DATA, GOCUA_JOURNAL) unless --to names one."
    })
public final class RestoreCommand extends TransferCommand {
  @Parameters(paramLabel = "FILE", description = "a file that «backup» wrote")
  private Path file = Path.of("");

  @Option(
      names = "--to",
      paramLabel = "STORE",
      description = "sqlite:PATH or mongodb://… ; @FILE reads it from a file")
  private @Nullable String to;

  @Option(
      names = "--key",
      paramLabel = "FILE",
      description = "the vault's key, if it is not where the engine will look for it")
  private @Nullable Path keyFile;

  @Option(
      names = "--without-vault",
      description = {
        "restore although the vault's key is lost: contacts, authenticators, document links and",
        "the digits on tickets are gone for good; accounts sign in by their password alone"
      })
  private boolean withoutVault;

  @Option(
      names = "--unverified",
      description = {
        "restore although nothing proves that nobody has changed the file: one of version 0.1,",
        "or one whose key is not here"
      })
  private boolean unverified;

  @Override
  void run(Stores stores) throws IOException {
    Location location = to == null ? ownJournal() : Location.parse(to);
    if (!Files.isRegularFile(file)) {
      throw new TransferFailed(Reason.USAGE, "restore.missing", file);
    }
    Progress progress = progress();
    KeyAtHand key = KeyAtHand.of(location, keyFile);
    try (ArchiveReader archive = ArchiveReader.open(file, key.key(), progress)) {
      Manifest manifest = archive.manifest();
      say(
          "restore.begin",
          file,
          manifest.createdAt(),
          String.join(", ", manifest.campaigns()),
          manifest.engine(),
          archive.section(SectionKind.EVENTS).size(),
          location.display());
      mustOpenItsVault(archive, key);
      mustBeProved(archive, key);
      Transfer transfer =
          new Transfer(
              archive.section(SectionKind.EVENTS),
              withoutVault ? RecordSource.nothing() : archive.section(SectionKind.VAULT),
              archive.section(SectionKind.DOCUMENTS),
              progress);
      stores.keepEnginesOut(location);
      if (location instanceof Location.Mongo) {
        say("store.unchecked", location.display());
      }
      long before = transfer.to(location, stores);
      if (withoutVault) {
        stores.giveUpVault(location, manifest.campaigns());
      }
      if (before > 0) {
        say("copy.resumed", before);
      }
      say("restore.done", transfer.events().count(), transfer.events().hash(), location.display());
      if (withoutVault) {
        say("restore.given-up", key.place());
      } else {
        sayKey(transfer);
      }
    }
  }

  /**
   * Requires a key that opens the archive's vault, or an explicit order to go without.
   *
   * @throws TransferFailed otherwise; nothing was written
   */
  private void mustOpenItsVault(ArchiveReader archive, KeyAtHand key) {
    Optional<SealedRecord> own = vaultsOwn(archive.section(SectionKind.VAULT));
    boolean opens =
        own.isPresent() && key.key() != null && !own.filter(key::isAnothers).isPresent();
    if (withoutVault) {
      if (opens) {
        throw new TransferFailed(Reason.USAGE, "restore.key-is-here", key.place(), file);
      }
      say("restore.without-vault");
      return;
    }
    if (!archive.has(SectionKind.VAULT)) {
      throw new TransferFailed(Reason.VAULT, "restore.no-vault", file, Console.text("vault.dies"));
    }
    if (own.isPresent() && !opens) {
      String why =
          key.trouble() == null
              ? "restore.key-other"
              : key.trouble() == VaultLocked.Reason.KEY_MISSING
                  ? "restore.key-missing"
                  : "restore.key-unusable";
      throw new TransferFailed(
          Reason.VAULT,
          "restore.locked",
          Console.text(why, key.place()),
          key.place(),
          file,
          Console.text("vault.dies"));
    }
  }

  /**
   * Requires a proof of the archive's origin, or an explicit order to trust it.
   *
   * @throws TransferFailed otherwise; nothing was written
   */
  private void mustBeProved(ArchiveReader archive, KeyAtHand key) {
    if (archive.proof() == ArchiveSeal.Proof.PROVED) {
      return;
    }
    String why =
        Console.text(
            archive.proof() == ArchiveSeal.Proof.NONE
                ? "restore.no-proof"
                : "restore.proof-unchecked",
            file,
            key.place());
    if (!unverified) {
      throw new TransferFailed(Reason.UNVERIFIED, "restore.unproved", why, file);
    }
    say("restore.unverified", why);
  }
}
