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
 * The data folder, shut to everybody but its owner, with all that Gõ Cửa keeps in it: also where an
 * earlier version, or somebody's umask, had left it open.
 */
public final class PrivateFolder {
  /** What Gõ Cửa makes in a data folder; other folders there are not its own. */
  private static final List<String> OWN = List.of("logs", "reports", "documents", "archives");

  /** The bit that a folder has in which everybody keeps files, such as {@code /tmp}. */
  private static final int STICKY = 0_1000;

  private PrivateFolder() {}

  /**
   * Shuts the folder, the files in it, and its known folders with all below. Links are not
   * followed, what belongs to somebody else stays as it is, and so does a folder that everybody
   * shares; where there are no POSIX permissions nothing is done.
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

  /**
   * Shuts the files, and the folders on the way to them; what vanishes meanwhile is passed over.
   */
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
