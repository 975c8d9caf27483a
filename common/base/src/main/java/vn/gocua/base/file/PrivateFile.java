package vn.gocua.base.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
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
    Path folder = folder(Objects.requireNonNull(file.toAbsolutePath().getParent()));
    Path part = part(folder, secret);
    try {
      publish(part, file);
    } finally {
      Files.deleteIfExists(part);
    }
  }

  /** Writes a file in the place of the one that is there: afterwards it is the one or the other. */
  public static void replace(Path file, String secret) throws IOException {
    Path part = part(Objects.requireNonNull(file.toAbsolutePath().getParent()), secret);
    try {
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(part);
    }
  }

  private static Path part(Path folder, String secret) throws IOException {
    boolean posix = folder.getFileSystem().supportedFileAttributeViews().contains("posix");
    FileAttribute<?>[] attributes =
        posix
            ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWNER)}
            : new FileAttribute<?>[0];
    Path part = Files.createTempFile(folder, "made-", ".part", attributes);
    try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
      ByteBuffer bytes = ByteBuffer.wrap(secret.getBytes(StandardCharsets.UTF_8));
      while (bytes.hasRemaining()) {
        var _ = channel.write(bytes);
      }
      channel.force(true);
    } catch (IOException e) {
      Files.deleteIfExists(part);
      throw e;
    }
    return part;
  }

  /**
   * Makes a file that others would make readable for all: empty if it is not there, else shut to
   * everybody but its owner. Does nothing where there are no POSIX permissions.
   */
  public static void claim(Path file) throws IOException {
    if (!isPosix(file)) {
      return;
    }
    if (Files.exists(file)) {
      shut(file);
      return;
    }
    try {
      Files.createFile(file, PosixFilePermissions.asFileAttribute(OWNER));
    } catch (FileAlreadyExistsException _) {
      shut(file);
    }
  }

  /** Removes all permissions but the owner's from an existing file or folder. */
  public static void shut(Path file) {
    try {
      Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(file);
      Set<PosixFilePermission> owners = EnumSet.copyOf(permissions);
      owners.retainAll(PosixFilePermissions.fromString("rwx------"));
      if (!owners.equals(permissions)) {
        Files.setPosixFilePermissions(file, owners);
      }
    } catch (IOException | UnsupportedOperationException _) {
      // Missing, owned by another, or without POSIX permissions: the folder's permissions have to
      // do.
    }
  }

  /**
   * Makes a folder that only its owner may enter, with its missing parents. An existing one is
   * unchanged; {@link PrivateFolder} closes it.
   *
   * @return the folder
   */
  public static Path folder(Path folder) throws IOException {
    if (Files.isDirectory(folder)) {
      return folder;
    }
    Path there = folder.toAbsolutePath();
    if (isPosix(there)) {
      Files.createDirectories(
          there,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    } else {
      Files.createDirectories(there);
    }
    return folder;
  }

  private static boolean isPosix(Path path) {
    return path.getFileSystem().supportedFileAttributeViews().contains("posix");
  }

  /** Publishes by a link: it appears whole or not at all, and replaces no other file. */
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
