package vn.gocua.engine.guides;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import vn.gocua.base.settings.ConfigErrors;

/** Reads {@code guides/*.md}. Every mistake is noted with file and line. */
public final class GuideFolder {
  private GuideFolder() {}

  /** The guides in a folder, in their order; none if there is no such folder. */
  public static List<Guide> read(Path folder, ConfigErrors errors) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    List<Guide> guides = new ArrayList<>();
    for (Path file : files(folder, errors)) {
      String name = "guides/" + file.getFileName();
      try {
        GuideFile.parse(name, Files.readString(file), file, errors).ifPresent(guides::add);
      } catch (MalformedInputException _) {
        errors.add(name, "is not UTF-8 text");
      } catch (IOException e) {
        errors.add(name, "cannot be read: " + e.getMessage());
      }
    }
    guides.sort(Comparator.comparingInt(Guide::order).thenComparing(Guide::slug));
    return List.copyOf(guides);
  }

  private static List<Path> files(Path folder, ConfigErrors errors) {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".md"))
          .filter(file -> !file.getFileName().toString().equalsIgnoreCase("readme.md"))
          .sorted()
          .toList();
    } catch (IOException e) {
      errors.add("guides", "cannot be read: " + e.getMessage());
      return List.of();
    }
  }
}
