package vn.gocua.engine.support;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/**
 * A folder with the tests' own campaign, to be edited at will: 45 days from 2025-08-11, four teams.
 */
public record ConfigFolder(Path path) {

  /** Writes the two files and a guide into a new folder below {@code parent}. */
  public static ConfigFolder in(Path parent) {
    try {
      Path folder = Files.createTempDirectory(parent, "config");
      for (String name : new String[] {"campaign.yaml", "teams.yaml"}) {
        Files.writeString(folder.resolve(name), original(name));
      }
      Files.createDirectory(folder.resolve("guides"));
      Files.writeString(folder.resolve("guides/tra-cuu.md"), original("tra-cuu.md"));
      return new ConfigFolder(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String original(String name) throws IOException {
    try (InputStream in = ConfigFolder.class.getResourceAsStream("/campaign/" + name)) {
      return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** Replaces a piece of a file, which must be there. */
  public ConfigFolder replace(String file, String piece, String by) {
    try {
      String text = Files.readString(path.resolve(file));
      if (!text.contains(piece)) {
        throw new IllegalArgumentException(file + " has no «" + piece + "»");
      }
      Files.writeString(path.resolve(file), text.replace(piece, by));
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes a file anew. */
  public ConfigFolder write(String file, String text) {
    try {
      Files.writeString(path.resolve(file), text);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
