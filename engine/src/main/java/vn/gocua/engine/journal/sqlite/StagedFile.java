package vn.gocua.engine.journal.sqlite;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import vn.gocua.base.file.Folders;
import vn.gocua.engine.journal.JournalExists;

/**
 * An unfinished SQLite file, {@code <name>.unfinished} beside the place of the real one. Its maker
 * holds the folder's {@link FolderLock}.
 */
public final class StagedFile {
  private static final String SUFFIX = ".unfinished";

  /** SQLite's side files, which it would read into another file of the same name. */
  private static final List<String> PARTS = List.of("", "-wal", "-shm", "-journal");

  private final Path file;
  private final Path unfinished;

  private StagedFile(Path file, Path unfinished) {
    this.file = file;
    this.unfinished = unfinished;
  }

  /**
   * Place of a new file.
   *
   * @param file its final place
   * @throws JournalExists if that file is there, or a part of one
   */
  public static StagedFile of(Path file) {
    refuseTaken(file);
    return new StagedFile(file, file.resolveSibling(file.getFileName() + SUFFIX));
  }

  private static void refuseTaken(Path file) {
    for (Path part : parts(file)) {
      if (Files.exists(part)) {
        throw new JournalExists(part.toString());
      }
    }
  }

  private static List<Path> parts(Path file) {
    return PARTS.stream().map(part -> file.resolveSibling(file.getFileName() + part)).toList();
  }

  /** The unfinished file. */
  public Path path() {
    return unfinished;
  }

  /** Removes the rest of an earlier try. */
  public void discard() throws IOException {
    for (Path part : parts(unfinished)) {
      Files.deleteIfExists(part);
    }
  }

  /**
   * Makes it the real one, durably. Every connection to it must be closed.
   *
   * @throws JournalExists if there is a real one by now; the unfinished one stays
   * @throws IOException if that fails; the unfinished one stays
   */
  public void finish() throws IOException {
    refuseTaken(file);
    Path wal = unfinished.resolveSibling(unfinished.getFileName() + "-wal");
    if (Files.exists(wal) && Files.size(wal) > 0) {
      throw new IOException(wal + " was not written back into its file");
    }
    try (FileChannel channel = FileChannel.open(unfinished, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
    try {
      Files.move(unfinished, file);
    } catch (FileAlreadyExistsException _) {
      throw new JournalExists(file.toString());
    }
    Folders.sync(file.toAbsolutePath().resolveSibling(""));
  }
}
