package vn.gocua.base.text;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The text files of a class path: {@code text/<language>/<surface>.properties}, in UTF-8. */
final class Library {
  /** Texts on the program's class path. */
  static final Library OF_THE_PROGRAM = new Library(Library.class.getClassLoader());

  /** The language whose texts are complete. */
  static final String FIRST = "vi";

  private static final String ROOT = "text/";

  private final ClassLoader loader;
  private final List<Language> languages;
  private final Map<String, Texts> read = new ConcurrentHashMap<>();

  /**
   * @throws UncheckedIOException if the class path can't be read
   */
  Library(ClassLoader loader) {
    this.loader = loader;
    List<Language> found = new ArrayList<>();
    for (String tag : folders()) {
      Properties file = file(tag, "language");
      if (file != null) {
        found.add(tag.equals(FIRST) ? 0 : found.size(), new Language(tag, file));
      }
    }
    languages = List.copyOf(found);
  }

  /** The first language, then the others by their tags. */
  List<Language> languages() {
    return languages;
  }

  /**
   * The texts of a surface.
   *
   * @throws IllegalArgumentException if the first language has none
   */
  Texts texts(String surface, Language language) {
    String name = language.tag() + "/" + surface;
    Texts known = read.get(name);
    if (known != null) {
      return known;
    }
    Language first = languages.getFirst();
    Properties file = file(language.tag(), surface);
    if (language == first && file == null) {
      throw new IllegalArgumentException("no such file: " + ROOT + name + ".properties");
    }
    Texts texts =
        new Texts(
            surface,
            language,
            file == null ? new Properties() : file,
            language == first ? null : texts(surface, first));
    read.put(name, texts);
    return texts;
  }

  private @Nullable Properties file(String tag, String surface) {
    try (InputStream in = loader.getResourceAsStream(ROOT + tag + "/" + surface + ".properties")) {
      if (in == null) {
        return null;
      }
      Properties file = new Properties();
      file.load(new InputStreamReader(in, UTF_8));
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The names of the folders below {@code text}, in every folder and jar of the class path. */
  private Set<String> folders() {
    Set<String> names = new TreeSet<>();
    try {
      for (URL place : Collections.list(loader.getResources(ROOT))) {
        if (place.openConnection() instanceof JarURLConnection jar) {
          jar.setUseCaches(false);
          try (var file = jar.getJarFile()) {
            file.stream()
                .map(entry -> entry.getName().split("/", -1))
                .filter(parts -> parts.length > 2 && parts[0].equals("text"))
                .forEach(parts -> names.add(parts[1]));
          }
        } else {
          try (Stream<Path> below = Files.list(Path.of(URI.create(place.toString())))) {
            below.forEach(path -> names.add(path.getFileName().toString()));
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return names;
  }
}
