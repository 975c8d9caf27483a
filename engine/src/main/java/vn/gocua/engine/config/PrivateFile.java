package vn.gocua.engine.config;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import java.util.Set;

/** Small files with a secret in them: readable by their owner only, there whole or not at all. */
public final class PrivateFile {
  private static final Set<PosixFilePermission> OWNER =
      PosixFilePermissions.fromString("rw-------");

  private PrivateFile() {}

  /**
   * Writes a file that is not there yet; where there are no POSIX permissions, the folder's. Of two
   * that write at once, one wins.
   *
   * @throws FileAlreadyExistsException if it is there; it stays as it is
   */
  public static void write(Path file, String secret) throws IOException {
    Path folder = Objects.requireNonNull(file.toAbsolutePath().getParent());
    Files.createDirectories(folder);
    boolean posix = folder.getFileSystem().supportedFileAttributeViews().contains("posix");
    FileAttribute<?>[] attributes =
        posix
            ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWNER)}
            : new FileAttribute<?>[0];
    Path part = Files.createTempFile(folder, "made-", ".part", attributes);
    try {
      Files.writeString(part, secret);
      publish(part, file);
    } finally {
      Files.deleteIfExists(part);
    }
  }

  /** A link comes into being whole or not at all, and never in the place of another file. */
  private static void publish(Path part, Path file) throws IOException {
    try {
      Files.createLink(file, part);
    } catch (UnsupportedOperationException | FileSystemException e) {
      if (e instanceof FileAlreadyExistsException taken) {
        throw taken;
      }
      // A file system without links.
      Files.move(part, file);
    }
  }
}
