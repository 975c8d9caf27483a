package vn.gocua.system.house;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.gocua.system.house.House.Module;
import vn.gocua.system.house.JavaFile.Method;

/** How large the sources of all modules are, and what they write that has its place elsewhere. */
class SourcesTest {
  private static final int FILE = 300;
  private static final int CSS = 400;
  private static final int PAGE_CSS = 150;
  private static final int METHOD = 60;
  private static final int PARAMETERS = 7;
  private static final int PACKAGE = 20;

  private static final Path TEXTS = House.ROOT.resolve("common/base/src/main/resources/text");

  /** The folders of the texts. */
  private static final String TAGS =
      Stream.of(requireNonNull(TEXTS.toFile().list())).sorted().collect(joining("|"));

  /** A tag by itself or within a text, such as the name of a bundle. */
  private static final Pattern LANGUAGE =
      Pattern.compile("(?i)(?<!\\p{L})(" + TAGS + ")(?!\\p{L})");

  private static final Pattern LOCALE = Pattern.compile("(java\\.util\\.)?Locale\\.[A-Z][A-Z_]+");
  private static final Pattern IN_SCRIPT = Pattern.compile("([\"'`])(" + TAGS + ")(-[A-Z]{2})?\\1");
  private static final Pattern CSS_CLASS = Pattern.compile("\\.([a-z][a-z0-9]*(-[a-z0-9]+)*)");
  private static final Pattern NO_SELECTOR = Pattern.compile("(?s)/\\*.*?\\*/|url\\([^)]*\\)");
  private static final Pattern CLASS_CALL = Pattern.compile(".*ClassNames?");
  private static final Pattern PAGE_STYLE = Pattern.compile("desk-(?!frame\\b)(\\w+).*\\.css");
  private static final Pattern SURFACE =
      Pattern.compile("vn\\.gocua\\.kiosk\\.(wall|resident|desk)\\b.*");

  private static final Map<Module, List<JavaFile>> JAVA = new HashMap<>();

  @BeforeAll
  static void parse() {
    for (Module module : House.modules()) {
      if (module.hasCode()) {
        JAVA.put(module, JavaFile.parse(House.files(module.sources(), ".java")));
      }
    }
  }

  @Test
  void shouldSeeTheSourcesOfEveryModule() {
    assertThat(JAVA.values().stream().mapToInt(List::size).sum()).isGreaterThan(500);
    assertThat(JAVA.values().stream().flatMap(List::stream))
        .anyMatch(file -> file.methods().stream().anyMatch(method -> method.lines() > 10))
        .anyMatch(file -> file.literals().contains("vi"));
  }

  @Test
  void shouldKeepFilesShort() {
    List<Fault> faults = new ArrayList<>();
    for (Module module : House.modules()) {
      for (String ending : List.of(".java", ".js", ".css")) {
        int most = ending.equals(".css") ? CSS : FILE;
        for (var folder : List.of(module.sources(), module.resources())) {
          House.files(folder, ending)
              .forEach(file -> {
                int lines = (int) House.text(file).lines().count();
                if (lines > most) {
                  faults.add(
                      new Fault(
                          module.name() + " " + file.getFileName(), lines, "at most " + most));
                }
              });
        }
      }
    }
    Rule.FILE_LINES.check(faults);
  }

  @Test
  void shouldKeepMethodsShort() {
    Rule.METHOD_LINES.check(larger(METHOD, Method::lines));
  }

  @Test
  void shouldTakeFewParameters() {
    Rule.PARAMETERS.check(larger(PARAMETERS, Method::parameters));
  }

  /** Methods of which there is too much. */
  private static List<Fault> larger(int most, ToIntFunction<Method> size) {
    List<Fault> faults = new ArrayList<>();
    each((module, file) -> {
      for (Method method : file.methods()) {
        if (size.applyAsInt(method) > most) {
          String key = key(module, file) + " " + method.name();
          faults.add(new Fault(key, size.applyAsInt(method), "line " + method.line()));
        }
      }
    });
    return faults;
  }

  @Test
  void shouldKeepPackagesSmall() {
    Map<String, Integer> files = new TreeMap<>();
    each((module, file) -> files.merge(module.name() + " " + file.packageName(), 1, Integer::sum));
    List<Fault> faults = new ArrayList<>();
    files.forEach((name, count) -> {
      if (count > PACKAGE) {
        faults.add(new Fault(name, count, "at most " + PACKAGE));
      }
    });
    Rule.PACKAGE_FILES.check(faults);
  }

  @Test
  void shouldWriteApiPathsInTheProtocolOnly() {
    Rule.API_PATHS.check(
        literals(
            text -> text.startsWith("/api/"),
            file -> file.packageName().startsWith("vn.gocua.protocol")));
  }

  @Test
  void shouldWriteDeskPathsInDeskPagesOnly() {
    Rule.LEADER_PATHS.check(
        literals(
            text -> text.startsWith("leader/") || text.startsWith("/leader/"),
            file -> file.path().endsWith("DeskPages.java")));
  }

  private static List<Fault> literals(Predicate<String> wanted, Predicate<JavaFile> let) {
    List<Fault> faults = new ArrayList<>();
    each((module, file) -> {
      int count = count(file.literals(), wanted);
      if (count > 0 && !let.test(file)) {
        faults.add(new Fault(key(module, file), count, ""));
      }
    });
    return faults;
  }

  @Test
  void shouldNameLanguagesInOnePackageOnly() {
    List<Fault> faults = new ArrayList<>();
    each((module, file) -> {
      int count =
          count(file.literals(), text -> LANGUAGE.matcher(text).find())
              + count(file.selections(), SourcesTest::isLocale);
      if (count > 0 && !file.packageName().startsWith("vn.gocua.base.text")) {
        faults.add(new Fault(key(module, file), count, ""));
      }
    });
    for (Module module : House.modules()) {
      House.files(module.resources(), ".js")
          .forEach(file -> {
            int count = (int) IN_SCRIPT.matcher(House.text(file)).results().count();
            if (count > 0) {
              faults.add(new Fault(module.name() + " " + file.getFileName(), count, ""));
            }
          });
    }
    Rule.LOCALES.check(faults);
  }

  private static boolean isLocale(String selection) {
    return LOCALE.matcher(selection).matches() && !selection.endsWith(".ROOT");
  }

  @Test
  void shouldUseCssClassesOfTheOwnSurfaceOnly() {
    Map<String, Set<String>> styles = new HashMap<>();
    styleSheets()
        .forEach((file, classes) ->
            styles.computeIfAbsent(surfaceOfStyle(file), _ -> new HashSet<>()).addAll(classes));
    assertThat(styles).containsKeys("wall", "resident", "desk");
    List<Fault> faults = new ArrayList<>();
    each((module, file) -> {
      var surface = SURFACE.matcher(file.packageName());
      if (surface.matches()) {
        Set<String> strange = new HashSet<>();
        styles.values().forEach(strange::addAll);
        strange.removeAll(styles.getOrDefault(surface.group(1), Set.of()));
        strange.removeAll(styles.getOrDefault("", Set.of()));
        List<String> words =
            Stream.concat(
                    file.literals().stream().filter(text -> text.contains("-")),
                    file.calls().stream()
                        .filter(call -> CLASS_CALL.matcher(call.name()).matches())
                        .flatMap(call -> call.literals().stream().flatMap(List::stream)))
                .flatMap(text -> Stream.of(text.split(" ")))
                .filter(strange::contains)
                .toList();
        if (!words.isEmpty()) {
          faults.add(new Fault(key(module, file), words.size(), words.toString()));
        }
      }
    });
    Rule.CSS_CLASSES.check(faults);
  }

  @Test
  void shouldNameCssClassesAfterThePage() {
    Map<String, Set<String>> sheets = styleSheets();
    Set<String> shared = new HashSet<>(sheets.getOrDefault("kit.css", Set.of()));
    shared.addAll(sheets.getOrDefault("desk-frame.css", Set.of()));
    assertThat(shared).contains("panel", "desk-page");
    List<Fault> faults = new ArrayList<>();
    for (var file : House.files(kiosk().resources(), ".css")) {
      String name = file.getFileName().toString();
      var page = PAGE_STYLE.matcher(name);
      if (page.matches()) {
        int lines = (int) House.text(file).lines().count();
        if (lines > PAGE_CSS) {
          faults.add(new Fault(name, lines, "at most " + PAGE_CSS));
        }
        requireNonNull(sheets.get(name)).stream()
            .filter(each -> !each.matches(page.group(1) + "(-.*)?") && !shared.contains(each))
            .forEach(each -> faults.add(Fault.of(name, each)));
      }
    }
    Rule.PAGE_STYLES.check(faults);
  }

  private static Module kiosk() {
    return House.modules().stream()
        .filter(module -> module.name().equals("kiosk"))
        .findFirst()
        .orElseThrow();
  }

  /** The classes of each of the kiosk's style sheets, by its file's name. */
  private static Map<String, Set<String>> styleSheets() {
    Map<String, Set<String>> sheets = new HashMap<>();
    for (var file : House.files(kiosk().resources(), ".css")) {
      Set<String> classes = new HashSet<>();
      CSS_CLASS
          .matcher(NO_SELECTOR.matcher(House.text(file)).replaceAll(""))
          .results()
          .forEach(match -> classes.add(match.group(1)));
      sheets.put(file.getFileName().toString(), classes);
    }
    return sheets;
  }

  /** Whose styles a file holds; empty: everybody's. */
  private static String surfaceOfStyle(String file) {
    if (file.matches("kiosk\\b.*")) {
      return "resident";
    }
    if (file.equals("kit.css")) {
      return "desk";
    }
    return file.matches("(wall|desk)\\b.*") ? file.replaceAll("\\W.*", "") : "";
  }

  private static int count(Collection<String> texts, Predicate<String> wanted) {
    return (int) texts.stream().filter(wanted).count();
  }

  private static String key(Module module, JavaFile file) {
    return module.name() + " " + file.path().getFileName();
  }

  private static void each(java.util.function.BiConsumer<Module, JavaFile> reader) {
    JAVA.forEach((module, files) -> {
      if (module.ships()) {
        files.forEach(file -> reader.accept(module, file));
      }
    });
  }
}
