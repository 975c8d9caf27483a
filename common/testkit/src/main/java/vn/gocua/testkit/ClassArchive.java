package vn.gocua.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import vn.gocua.base.file.Folders;

/**
 * The classes of a program's jar as the JVM keeps them in memory (class data sharing). With it a
 * start takes half the processor time. The first test that starts a new jar makes its archive.
 */
final class ClassArchive {
  private static final String MAKE = "-XX:ArchiveClassesAtExit=";

  private ClassArchive() {}

  /** Starts a program with one JVM flag more in the folder, and ends it in good order. */
  interface Trial {
    void run(Path folder, String flag);
  }

  /**
   * The JVM flag that uses the archive of this jar; none where it could not be made.
   *
   * @param trial loads the classes that the archive is to hold
   */
  static List<String> flags(Path jar, Trial trial) {
    // Only where the build asks for quick starts: benchmarks take the JVM as it is.
    if (Program.jvmFlags().isEmpty()) {
      return List.of();
    }
    String name = jar.getFileName() + "-" + Runtime.version() + ".jsa";
    Path archive = jar.toAbsolutePath().resolveSibling(name);
    try {
      makeOnce(jar, archive, trial);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Files.exists(archive) ? List.of("-XX:SharedArchiveFile=" + archive) : List.of();
  }

  /** Whether these flags are those of a trial, which makes an archive and can use none. */
  static boolean isTrial(List<String> flags) {
    return flags.stream().anyMatch(flag -> flag.startsWith(MAKE));
  }

  /** Several test JVMs may ask at once: one makes it, the others wait. */
  private static synchronized void makeOnce(Path jar, Path archive, Trial trial)
      throws IOException {
    Path lock = archive.resolveSibling(archive.getFileName() + ".lock");
    try (FileChannel channel =
            FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock _ = channel.lock()) {
      if (isNewer(archive, jar)) {
        return;
      }
      Path folder = Files.createTempDirectory(archive.getParent(), "trial");
      Path made = folder.resolve(archive.getFileName());
      trial.run(folder, MAKE + made);
      // On a machine under load the trial may be ended before its archive is written.
      if (Files.exists(made)) {
        Files.move(made, archive, StandardCopyOption.REPLACE_EXISTING);
      }
      Folders.delete(folder);
    }
  }

  private static boolean isNewer(Path archive, Path jar) throws IOException {
    return Files.exists(archive)
        && Files.getLastModifiedTime(archive).compareTo(Files.getLastModifiedTime(jar)) > 0;
  }
}
