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

/** The lock on a folder with an embedded store: whoever writes there holds it, one at a time. */
public final class FolderLock implements AutoCloseable {
  private static final String FILE = "engine.lock";

  private final FileChannel channel;

  private FolderLock(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * Makes the folder if need be, readable by its owner only, and takes the lock until closed or
   * until the process dies; empty if somebody else has it.
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
    // The file's own time says since when: the disk's clock, by which other files are dated, too.
    var _ = channel.write(ByteBuffer.allocate(1), 0);
    return Optional.of(new FolderLock(channel));
  }

  /**
   * Since when somebody holds the folder; empty if nobody does, or there is no such folder. For
   * other processes than the holder: within one, to close the file here would let go of it.
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
      // The lock goes with the process.
    }
  }
}
