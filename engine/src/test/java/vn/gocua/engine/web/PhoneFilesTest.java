package vn.gocua.engine.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import vn.gocua.base.text.Language;
import vn.gocua.base.text.Texts;

/** What can be known of the phone's app without opening it. */
class PhoneFilesTest {
  private static final Path WEB = web();
  private static final Pattern TEXT_KEY = Pattern.compile("\\bt\\('([a-z0-9.-]+)'");
  private static final Pattern IMPORT = Pattern.compile("from '([^']+)'|import '([^']+)'");
  private static final Pattern PRELOAD = Pattern.compile("rel=\"modulepreload\" href=\"([^\"]+)\"");
  private static final Pattern SCREEN = Pattern.compile("\\b(document|window|location)\\b\\.");

  @Test
  void shouldHaveATextForEveryKey() {
    assertThat(usedKeys()).isNotEmpty().isSubsetOf(keys());
  }

  @Test
  void shouldHaveNoTextThatNothingShows() {
    String code = scripts().map(PhoneFilesTest::read).collect(Collectors.joining());
    Set<String> unused = keys();
    unused.removeIf(key -> code.contains("'" + key + "'"));
    // Built from a code: why the sending waits, a refusal's code, a pace, a reason, a state.
    unused.removeIf(key ->
        key.matches(
            "(status\\.waiting|refused|pace|help\\.when|book\\.void|machine\\.offline)" + "\\..*"));
    assertThat(unused).isEmpty();
  }

  @Test
  void shouldLoadAllItsModulesAtOnce() {
    String index = read(WEB.resolve("index.html"));
    Set<String> preloaded =
        PRELOAD.matcher(index).results().map(m -> m.group(1)).collect(Collectors.toSet());
    Set<String> modules = new TreeSet<>(Set.of("/lib/lit-html/lit-html.js"));
    scripts()
        .map(file -> "/" + WEB.relativize(file).toString().replace('\\', '/'))
        .filter(file -> file.startsWith("/js/"))
        .filter(file -> !index.contains("<script type=\"module\" src=\"" + file + "\">"))
        .forEach(modules::add);
    assertThat(preloaded).containsExactlyInAnyOrderElementsOf(modules);
  }

  @Test
  void shouldNeedNoBundlerNoThirdPartyAndNothingInline() {
    String index = read(WEB.resolve("index.html"));
    assertThat(index)
        .doesNotContainPattern("<script(?![^>]* src=)")
        .doesNotContain("<style", " style=");
    assertThat(index).doesNotContainPattern("(href|src)=\"(?!/)");
    List<String> imports =
        scripts()
            .map(PhoneFilesTest::read)
            .flatMap(text -> IMPORT.matcher(text).results())
            .map(PhoneFilesTest::imported)
            .toList();
    assertThat(imports).isNotEmpty().allMatch(name -> name.startsWith("/") || name.startsWith("."));
  }

  @Test
  void shouldKeepTheLogicFreeOfTheScreen() {
    try (Stream<Path> core = Files.list(WEB.resolve("js/core"))) {
      assertThat(core.toList())
          .isNotEmpty()
          .allSatisfy(file -> assertThat(read(file)).doesNotContainPattern(SCREEN));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void shouldWeighAtMostAHundredKilobytesPacked() {
    long weight =
        files()
            .filter(file -> !file.toString().endsWith(".png"))
            .mapToLong(file -> packed(bytes(file)))
            .sum();
    for (Language language : Language.all()) {
      weight += packed(Texts.of("phone", language).own().toString().getBytes(UTF_8));
    }
    assertThat(weight).isBetween(20_000L, 100_000L);
  }

  private static Set<String> usedKeys() {
    return scripts()
        .map(PhoneFilesTest::read)
        .flatMap(text -> TEXT_KEY.matcher(text).results())
        .map(match -> match.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String imported(MatchResult match) {
    return match.group(1) == null ? match.group(2) : match.group(1);
  }

  private static Set<String> keys() {
    return new TreeSet<>(Texts.of("phone").own().keySet());
  }

  private static Stream<Path> scripts() {
    return files()
        .filter(file -> file.toString().endsWith(".js") && !file.startsWith(WEB.resolve("lib")));
  }

  private static Stream<Path> files() {
    try (Stream<Path> all = Files.walk(WEB)) {
      return all.filter(Files::isRegularFile).toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static long packed(byte[] content) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream packer = new GZIPOutputStream(out)) {
      packer.write(content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.size();
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path web() {
    try {
      Path index =
          Path.of(
              Objects.requireNonNull(PhoneFilesTest.class.getResource("/web/index.html")).toURI());
      return Objects.requireNonNull(index.getParent());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
