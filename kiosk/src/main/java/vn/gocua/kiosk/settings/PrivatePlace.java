package vn.gocua.kiosk.settings;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * Folders and files that are their owner's alone. Where there are no POSIX permissions, the
 * folder's have to do.
 */
final class PrivatePlace {
  private static final boolean POSIX =
      FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

  private PrivatePlace() {}

  /** Makes a folder, with those above it that are missing; one that is there stays as it is. */
  static void folder(Path folder) throws IOException {
    if (Files.isDirectory(folder)) {
      return;
    }
    if (POSIX) {
      Files.createDirectories(
          folder.toAbsolutePath(),
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    } else {
      Files.createDirectories(folder);
    }
  }

  /** Makes an empty file, or shuts the one that is there, if it is ours. */
  static void claim(Path file) throws IOException {
    folder(file.resolveSibling(""));
    if (!POSIX) {
      return;
    }
    try {
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    } catch (FileAlreadyExistsException _) {
      shut(file, "rw-------");
    }
  }

  /** Takes a file or folder from everybody but its owner; what is not ours stays as it is. */
  static void shut(Path path, String permissions) {
    try {
      Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
    } catch (IOException | UnsupportedOperationException _) {
      // Somebody else's, or a system without.
    }
  }
}
