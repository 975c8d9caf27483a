package vn.gocua.engine.transfer;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.time.Instant;
import java.util.function.Consumer;
import vn.gocua.engine.journal.Event;
import vn.gocua.engine.journal.Journal;
import vn.gocua.engine.transfer.archive.ArchiveReader;
import vn.gocua.engine.transfer.archive.ArchiveWriter;
import vn.gocua.engine.transfer.archive.DamagedArchive;
import vn.gocua.engine.transfer.archive.Progress;
import vn.gocua.engine.transfer.archive.RecordSource;
import vn.gocua.engine.transfer.archive.SectionKind;
import vn.gocua.engine.vault.VaultKey;

/**
 * Writes a running journal into a file for {@code restore}. Without the vault: personal data must
 * be erased in time, and the file is kept for years.
 */
public final class JournalBackup {
  private JournalBackup() {}

  /**
   * Writes the file and reads it back.
   *
   * @param key the vault's, which proves the file's origin
   * @return number of events in it
   * @throws DamagedArchive if the file differs from what was written
   */
  public static long write(Path file, Journal journal, VaultKey key, Instant at)
      throws IOException {
    Progress silent = new Progress(new PrintWriter(Writer.nullWriter()), false, System::nanoTime);
    silent.begin("step.writing", journal.size());
    try (ArchiveWriter archive = new ArchiveWriter(file, key)) {
      archive.section(SectionKind.EVENTS, new Everything(journal), silent);
      archive.finish(at, BackupCommand.version());
    }
    try (ArchiveReader archive = ArchiveReader.open(file, key, silent)) {
      return SectionKind.EVENTS.survey(archive.section(SectionKind.EVENTS), silent).count();
    }
  }

  private record Everything(Journal journal) implements RecordSource<Event> {
    @Override
    public long size() {
      return journal.size();
    }

    @Override
    public void read(Consumer<Event> reader) {
      journal.readAll("", reader);
    }
  }
}
