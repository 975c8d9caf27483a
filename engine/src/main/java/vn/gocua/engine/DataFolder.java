package vn.gocua.engine;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;

/** The folder of the embedded store, held by one engine at a time. */
public final class DataFolder implements AutoCloseable {
  private final FileChannel channel;

  private DataFolder(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * Makes the folder if need be, readable by its owner only, and takes hold of it until closed or
   * until the process dies.
   *
   * @throws StartRefused if another engine holds it, or it cannot be written
   */
  static DataFolder hold(Path folder) {
    try {
      create(folder);
      FileChannel channel =
          FileChannel.open(
              folder.resolve("engine.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (lock(channel) == null) {
        channel.close();
        throw new StartRefused(
            StartRefused.Reason.ALREADY_RUNNING, Terminal.text("start.already-running", folder));
      }
      return new DataFolder(channel);
    } catch (IOException e) {
      throw new StartRefused(
          StartRefused.Reason.CONFIGURATION,
          Terminal.text("start.data-not-writable", folder, String.valueOf(e.getMessage())));
    }
  }

  private static void create(Path folder) throws IOException {
    if (Files.isDirectory(folder)) {
      return;
    }
    boolean posix = folder.getFileSystem().supportedFileAttributeViews().contains("posix");
    if (posix) {
      Files.createDirectories(
          folder,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    } else {
      Files.createDirectories(folder);
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
