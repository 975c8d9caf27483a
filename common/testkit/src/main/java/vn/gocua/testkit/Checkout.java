package vn.gocua.testkit;

import java.nio.file.Files;
import java.nio.file.Path;

/** The work tree that a test runs in. */
public final class Checkout {
  private Checkout() {}

  /** The repository's top folder, above the working folder of the tested module. */
  public static Path root() {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.isRegularFile(folder.resolve("docker-compose.yml"))) {
      folder = folder.getParent();
      if (folder == null) {
        throw new IllegalStateException("not inside a clone of the repository");
      }
    }
    return folder;
  }

  /** The repository's own configuration. */
  public static Path config() {
    return root().resolve("config");
  }

  /**
   * A program's finished jar.
   *
   * @param module its folder, such as {@code engine}
   */
  public static Path jar(String module) {
    Path folder = root().resolve(module);
    return folder.resolve("target").resolve("gocua-" + folder.getFileName() + ".jar");
  }
}
