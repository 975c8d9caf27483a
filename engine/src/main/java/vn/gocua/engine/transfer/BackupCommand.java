package vn.gocua.engine.transfer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.gocua.base.file.Folders;
import vn.gocua.engine.journal.Event;
import vn.gocua.engine.transfer.TransferFailed.Reason;
import vn.gocua.engine.transfer.archive.ArchiveReader;
import vn.gocua.engine.transfer.archive.ArchiveWriter;
import vn.gocua.engine.transfer.archive.Fingerprint;
import vn.gocua.engine.transfer.archive.Manifest;
import vn.gocua.engine.transfer.archive.Progress;
import vn.gocua.engine.transfer.archive.RecordSource;
import vn.gocua.engine.transfer.archive.SealedRecord;
import vn.gocua.engine.transfer.archive.SectionKind;
import vn.gocua.engine.vault.VaultKey;

/**
 * Writes the whole journal into one file, also beside a running engine.
 *
 * <p>Of an embedded store it holds one moment. MongoDB is read stream by stream while others write.
 * Either way it has everything acknowledged before the command began. An event comes after its
 * predecessors in the same stream, so that both are complete journals.
 */
@Command(
    name = "backup",
    mixinStandardHelpOptions = true,
    description = {
      "Writes the whole journal into one compressed, checksummed file; engines may be at work.",
      "The journal is the one of these settings (GOCUA_DATA, GOCUA_JOURNAL) unless --from names one."
    })
public final class BackupCommand extends TransferCommand {
  @Parameters(paramLabel = "FILE", description = "the file to write; it must not be there yet")
  private Path named = Path.of("");

  @Option(
      names = "--from",
      paramLabel = "STORE",
      description = "sqlite:PATH or mongodb://… ; @FILE reads it from a file")
  private @Nullable String from;

  @Option(
      names = "--key",
      paramLabel = "FILE",
      description = "the vault's key, if it is not where the engine has it")
  private @Nullable Path keyFile;

  @Override
  void run(Stores stores) throws IOException {
    Location location = from == null ? ownJournal() : Location.parse(from);
    Path file = named.toAbsolutePath().normalize();
    Path name = file.getFileName();
    Path folder = file.getParent();
    if (name == null || folder == null || !Files.isDirectory(folder)) {
      throw new TransferFailed(Reason.USAGE, "backup.no-folder", file);
    }
    refuseExisting(file);
    Stores.refuseMissing(location);
    RecordSource<Event> events = stores.source(location);
    if (events.size() == 0) {
      throw new TransferFailed(Reason.USAGE, "source.empty", location.display());
    }
    Path partial = folder.resolve("." + name + ".partial");
    partial.toFile().deleteOnExit();
    say("backup.begin", location.display(), file);
    DocumentFiles documents = DocumentFiles.in(stores.documents(location));
    RecordSource<SealedRecord> vault = stores.vault(location);
    VaultKey key = key(KeyAtHand.of(location, keyFile), vault);
    Manifest manifest = write(partial, key, events, vault, documents);
    refuseExisting(file);
    Files.move(partial, file);
    Folders.sync(folder);
    Fingerprint written = manifest.sections().getFirst().content();
    long sealed = manifest.sections().get(1).content().count();
    say("backup.done", written.count(), sealed, Files.size(file), written.hash(), file);
  }

  /** The key that proves the backup; without it there is a backup all the same, and a warning. */
  private @Nullable VaultKey key(KeyAtHand at, RecordSource<SealedRecord> vault) {
    boolean anothers = vaultsOwn(vault).filter(at::isAnothers).isPresent();
    if (at.key() == null || anothers) {
      say(anothers ? "backup.wrong-key" : "backup.no-key", at.place());
      return null;
    }
    return at.key();
  }

  private static void refuseExisting(Path file) {
    if (Files.exists(file)) {
      throw new TransferFailed(Reason.IN_THE_WAY, "backup.exists", file);
    }
  }

  /**
   * Writes the file and reads it back, because an unread backup proves nothing. The vault comes
   * after the journal: it has a request's data before the journal has the request.
   */
  private Manifest write(
      Path partial,
      @Nullable VaultKey key,
      RecordSource<Event> events,
      RecordSource<SealedRecord> vault,
      DocumentFiles documents)
      throws IOException {
    Progress progress = progress();
    Instant createdAt = Clock.systemUTC().instant().truncatedTo(ChronoUnit.SECONDS);
    try (ArchiveWriter archive = new ArchiveWriter(partial, key)) {
      progress.begin("step.writing", events.size() + vault.size());
      archive.section(SectionKind.EVENTS, events, progress);
      archive.section(SectionKind.VAULT, vault, progress);
      if (!documents.isEmpty()) {
        archive.section(SectionKind.DOCUMENTS, documents, progress);
      }
      progress.end();
      archive.finish(createdAt, version());
    }
    try (ArchiveReader archive = ArchiveReader.open(partial, key, progress)) {
      SectionKind.EVENTS.survey(archive.section(SectionKind.EVENTS), progress);
      SectionKind.VAULT.survey(archive.section(SectionKind.VAULT), progress);
      SectionKind.DOCUMENTS.survey(archive.section(SectionKind.DOCUMENTS), progress);
      return archive.manifest();
    }
  }

  static String version() {
    String version = BackupCommand.class.getPackage().getImplementationVersion();
    return version == null ? "?" : version;
  }
}
