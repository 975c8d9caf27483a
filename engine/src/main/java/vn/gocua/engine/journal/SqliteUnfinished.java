package vn.gocua.engine.journal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/**
 * A journal's file in the making, {@code journal.db.unfinished} beside {@code journal.db}. Whoever
 * opens it holds the folder's {@link FolderLock}.
 */
public final class SqliteUnfinished implements Unfinished {
  private static final String SUFFIX = ".unfinished";

  private final Path file;
  private final Path unfinished;
  private final SqliteJournal journal;

  private SqliteUnfinished(Path file, Path unfinished, SqliteJournal journal) {
    this.file = file;
    this.unfinished = unfinished;
    this.journal = journal;
  }

  /**
   * Begins a journal, or goes on with one that was begun.
   *
   * @param file what it is to become
   * @throws JournalExists if that file is there, or what SQLite keeps beside one
   */
  public static SqliteUnfinished open(Path file) {
    refuseTaken(file);
    Path unfinished = file.resolveSibling(file.getFileName() + SUFFIX);
    return new SqliteUnfinished(file, unfinished, SqliteJournal.open(unfinished));
  }

  /** A WAL that somebody left behind would be read into a new file of the same name. */
  private static void refuseTaken(Path file) {
    for (String part : List.of("", "-wal", "-shm", "-journal")) {
      Path taken = file.resolveSibling(file.getFileName() + part);
      if (Files.exists(taken)) {
        throw new JournalExists(taken.toString());
      }
    }
  }

  @Override
  public Journal journal() {
    return journal;
  }

  @Override
  public String place() {
    return unfinished.toString();
  }

  @Override
  public void finish() {
    journal.close();
    refuseTaken(file);
    Path wal = unfinished.resolveSibling(unfinished.getFileName() + "-wal");
    try {
      if (Files.exists(wal) && Files.size(wal) > 0) {
        throw new JournalUnavailable(wal + " was not written back into its file", null);
      }
      try (FileChannel channel = FileChannel.open(unfinished, StandardOpenOption.WRITE)) {
        channel.force(true);
      }
      Files.move(unfinished, file);
      Folders.sync(file.toAbsolutePath().resolveSibling(""));
    } catch (FileAlreadyExistsException _) {
      throw new JournalExists(file.toString());
    } catch (IOException e) {
      throw new JournalUnavailable(unfinished + " could not become " + file, e);
    }
  }

  @Override
  public void close() {
    journal.close();
  }
}
