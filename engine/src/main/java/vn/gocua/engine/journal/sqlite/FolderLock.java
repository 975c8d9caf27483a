package vn.gocua.engine.journal.sqlite;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.gocua.base.file.PrivateFile;

/** The lock of a folder with an embedded store. One writer at a time holds it. */
public final class FolderLock implements AutoCloseable {
  private static final String FILE = "engine.lock";

  private final FileChannel channel;

  private FolderLock(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * Makes the folder, readable by its owner only, and takes the lock until closed or until the
   * process dies. Empty if another process has it.
   *
   * @throws IOException if the folder cannot be made or written
   */
  public static Optional<FolderLock> tryHold(Path folder) throws IOException {
    Path file = PrivateFile.folder(folder).resolve(FILE);
    PrivateFile.claim(file);
    FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    if (lock(channel) == null) {
      channel.close();
      return Optional.empty();
    }
    // The file's own time is the start of the lock, by the disk's clock like that of other files.
    var _ = channel.write(ByteBuffer.allocate(1), 0);
    return Optional.of(new FolderLock(channel));
  }

  /**
   * Start of another process's lock; empty without one, or without the folder. Not for the holding
   * process: closing the file there would release the lock.
   *
   * @throws IOException if the lock's file cannot be read
   */
  public static Optional<Instant> heldSince(Path folder) throws IOException {
    Path file = folder.resolve(FILE);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    Instant taken = Files.getLastModifiedTime(file).toInstant();
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      return lock(channel) == null ? Optional.of(taken) : Optional.empty();
    }
  }

  private static @Nullable FileLock lock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException _) {
      return null;
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException _) {
      // The lock ends with the process.
    }
  }
}
