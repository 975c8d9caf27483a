package vn.gocua.engine.transfer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.gocua.engine.transfer.TransferFailed.Reason;

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

  @Override
  void run(Stores stores) throws IOException {
    Location location = to == null ? ownJournal() : Location.parse(to);
    if (!Files.isRegularFile(file)) {
      throw new TransferFailed(Reason.USAGE, "restore.missing", file);
    }
    Progress progress = progress();
    try (ArchiveReader archive = ArchiveReader.open(file, progress)) {
      Manifest manifest = archive.manifest();
      say(
          "restore.begin",
          file,
          manifest.createdAt(),
          String.join(", ", manifest.campaigns()),
          manifest.engine(),
          archive.section(Kind.EVENTS).size(),
          location.display());
      Transfer transfer =
          new Transfer(
              archive.section(Kind.EVENTS),
              archive.section(Kind.VAULT),
              archive.section(Kind.DOCUMENTS),
              progress);
      stores.keepEnginesOut(location);
      if (location instanceof Location.Mongo) {
        say("store.unchecked", location.display());
      }
      long before = transfer.to(location, stores);
      if (before > 0) {
        say("copy.resumed", before);
      }
      say("restore.done", transfer.events().count(), transfer.events().hash(), location.display());
      sayKey(transfer);
    }
  }
}
