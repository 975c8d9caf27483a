package vn.gocua.base.file;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Closes the data folder and Gõ Cửa's files in it to all but their owner. An earlier version or a
 * umask may have left them open.
 */
public final class PrivateFolder {
  /** Gõ Cửa's folders in a data folder; others are left alone. */
  private static final List<String> OWN = List.of("logs", "reports", "documents", "archives");

  /** The bit that a folder has in which everybody keeps files, such as {@code /tmp}. */
  private static final int STICKY = 0_1000;

  private PrivateFolder() {}

  /**
   * Closes the folder, its files, and Gõ Cửa's folders with all below. Does not follow links, and
   * skips other owners' files and shared folders. Without POSIX permissions it does nothing.
   *
   * @throws IOException if the folder cannot be read
   */
  public static void shut(Path data) throws IOException {
    Path folder = data.toRealPath();
    if (!isShared(folder)) {
      PrivateFile.shut(folder);
    }
    walk(folder, 1);
    for (String name : OWN) {
      Path own = folder.resolve(name);
      if (Files.isDirectory(own, LinkOption.NOFOLLOW_LINKS)) {
        PrivateFile.shut(own);
        walk(own, Integer.MAX_VALUE);
      }
    }
  }

  private static boolean isShared(Path folder) throws IOException {
    try {
      return (((Integer) Files.getAttribute(folder, "unix:mode")) & STICKY) != 0;
    } catch (UnsupportedOperationException | IllegalArgumentException _) {
      return false;
    }
  }

  /** Closes the files and the folders above them; skips files that vanish meanwhile. */
  private static void walk(Path top, int depth) throws IOException {
    Files.walkFileTree(
        top,
        Set.<FileVisitOption>of(),
        depth,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            if (!folder.equals(top)) {
              PrivateFile.shut(folder);
            }
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (attributes.isRegularFile()) {
              PrivateFile.shut(file);
            }
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException e) {
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException e) {
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
