package vn.gocua.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import vn.gocua.base.console.Console;
import vn.gocua.base.file.Folders;
import vn.gocua.base.file.PrivateFile;

/** Folders of rehearsals and trials, beside the real data. */
final class Trial {
  private Trial() {}

  /** Makes a new folder beside the data folder, with one inside it; both are private. */
  static Path folder(Path data, String name, String inside, Clock clock) {
    String now = LocalDateTime.now(clock).format(DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss"));
    Path folder = data.resolveSibling(name).resolve(now + "-" + ProcessHandle.current().pid());
    try {
      PrivateFile.folder(folder.resolve(inside));
      return folder;
    } catch (IOException _) {
      throw new Failed(1, Console.text("cli.no-folder", folder));
    }
  }

  /** Deletes a folder, and its parent if it is empty then. */
  static void delete(Path folder) {
    try {
      Folders.delete(folder);
      try (Stream<Path> others = Files.list(folder.getParent())) {
        if (others.findAny().isEmpty()) {
          Files.delete(folder.getParent());
        }
      }
    } catch (IOException | UncheckedIOException e) {
      System.err.println(e);
    }
  }

  /** Copies a folder with all that is in it. */
  static void copy(Path from, Path to) throws IOException {
    List<Path> all;
    try (Stream<Path> files = Files.walk(from)) {
      all = files.toList();
    }
    for (Path file : all) {
      Path target = to.resolve(from.relativize(file).toString());
      if (Files.isDirectory(file)) {
        Files.createDirectories(target);
      } else {
        Files.copy(file, target);
      }
    }
  }

  /** A secret of so many random bytes, in hexadecimal digits. */
  static String secret(int bytes) {
    byte[] secret = new byte[bytes];
    new SecureRandom().nextBytes(secret);
    return HexFormat.of().formatHex(secret);
  }
}
