package vn.gocua.engine.guides;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import vn.gocua.base.settings.ConfigErrors;

/** Reads {@code guides/*.md}. Every mistake is noted with file and line. */
public final class GuideFolder {
  private GuideFolder() {}

  /**
   * The guides in a folder, in their order; none if there is no such folder.
   *
   * @param today no guide was compared with its sources later, unless this is behind the file's own
   *     time: then it comes of a wrong clock, which is no reason to refuse a guide
   */
  public static List<Guide> read(Path folder, LocalDate today, ConfigErrors errors) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    List<Guide> guides = new ArrayList<>();
    for (Path file : files(folder, errors)) {
      String name = "guides/" + file.getFileName();
      try {
        GuideFile.parse(name, Files.readString(file), file, latest(file, today), errors)
            .ifPresent(guides::add);
      } catch (MalformedInputException _) {
        errors.add(name, "not-utf-8");
      } catch (IOException e) {
        errors.add(name, "not-readable", e.getMessage());
      }
    }
    guides.sort(Comparator.comparingInt(Guide::order).thenComparing(Guide::slug));
    return List.copyOf(guides);
  }

  private static LocalDate latest(Path file, LocalDate today) throws IOException {
    LocalDate written =
        LocalDate.ofInstant(Files.getLastModifiedTime(file).toInstant(), ZoneOffset.UTC);
    return written.isAfter(today) ? LocalDate.MAX : today;
  }

  private static List<Path> files(Path folder, ConfigErrors errors) {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".md"))
          .filter(file -> !file.getFileName().toString().equalsIgnoreCase("readme.md"))
          .sorted()
          .toList();
    } catch (IOException e) {
      errors.add("guides", "not-readable", e.getMessage());
      return List.of();
    }
  }
}
