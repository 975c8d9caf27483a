package vn.gocua.engine.journal.sqlite;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.gocua.engine.config.PrivateFile;

/** The lock on a folder with an embedded store: whoever writes there holds it, one at a time. */
public final class FolderLock implements AutoCloseable {
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
    PrivateFile.folder(folder);
    FileChannel channel =
        FileChannel.open(
            folder.resolve("engine.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    if (lock(channel) == null) {
      channel.close();
      return Optional.empty();
    }
    return Optional.of(new FolderLock(channel));
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
