package vn.gocua.system.house;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The modules that the root's pom names; a new one is seen by itself. */
final class House {
  static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();

  private static final Pattern MODULE = Pattern.compile("<module>\\s*(.*?)\\s*</module>");
  private static final Pattern OURS =
      Pattern.compile(
          "<groupId>vn\\.gocua</groupId>\\s*<artifactId>gocua-([a-z-]+)</artifactId>\\s*"
              + "(?!.*?<scope>test</scope>)");

  private House() {}

  /**
   * One module.
   *
   * @param name its folder's name, such as {@code engine}
   */
  record Module(String name, Path folder) {
    Path sources() {
      return folder.resolve("src/main/java");
    }

    Path classes() {
      return folder.resolve("target/classes");
    }

    Path resources() {
      return folder.resolve("src/main/resources");
    }

    /** Whether it is part of a program; what only tests use may do what programs may not. */
    boolean ships() {
      return !name.equals("testkit") && !name.equals("system-tests");
    }

    boolean hasCode() {
      return Files.isDirectory(sources());
    }
  }

  static List<Module> modules() {
    return MODULE
        .matcher(text(ROOT.resolve("pom.xml")))
        .results()
        .map(result -> ROOT.resolve(result.group(1)))
        .map(folder -> new Module(folder.getFileName().toString(), folder))
        .toList();
  }

  /** A module and the modules whose classes stand beside its own when it runs. */
  static List<Module> program(Module module) {
    List<Module> program = new ArrayList<>(List.of(module));
    for (int i = 0; i < program.size(); i++) {
      String pom = text(program.get(i).folder().resolve("pom.xml"));
      List<String> names =
          Pattern.compile("<dependency>(.*?)</dependency>", Pattern.DOTALL)
              .matcher(pom)
              .results()
              .map(dependency -> OURS.matcher(dependency.group(1)))
              .filter(java.util.regex.Matcher::find)
              .map(match -> match.group(1))
              .toList();
      modules().stream()
          .filter(other -> names.contains(other.name()) && !program.contains(other))
          .forEach(program::add);
    }
    return program;
  }

  /** The classes of each module's main code, as its sources are now. */
  static Map<JavaClass, Module> classes() {
    Map<JavaClass, Module> classes = new LinkedHashMap<>();
    for (Module module : modules()) {
      if (module.hasCode()) {
        requireCompiled(module);
        for (JavaClass each : new ClassFileImporter().importPath(module.classes())) {
          // What an earlier build left behind has no source any more.
          if (Files.exists(sourceOf(module, each))) {
            classes.put(each, module);
          }
        }
      }
    }
    return classes;
  }

  private static Path sourceOf(Module module, JavaClass each) {
    String file = each.getSource().flatMap(source -> source.getFileName()).orElse("?");
    return module.sources().resolve(each.getPackageName().replace('.', '/')).resolve(file);
  }

  /** Rules over class files say nothing of sources that are newer. */
  private static void requireCompiled(Module module) {
    for (Path source : files(module.sources(), ".java")) {
      String name = module.sources().relativize(source).toString().replace(".java", ".class");
      Path compiled = module.classes().resolve(name);
      boolean mayBeMissing = name.endsWith("package-info.class");
      try {
        if (Files.exists(compiled)
            ? Files.getLastModifiedTime(source).compareTo(Files.getLastModifiedTime(compiled)) > 0
            : !mayBeMissing) {
          throw new AssertionError(
              "%s is newer than its class file. Compile its module first: ./gocua test -pl %s -DskipTests"
                  .formatted(source, ROOT.relativize(module.folder())));
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** The files below a folder whose names end so, in order; none if there is no such folder. */
  static List<Path> files(Path folder, String ending) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(ending)).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(file.toString(), e);
    }
  }
}
