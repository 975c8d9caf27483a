package vn.gocua.kiosk.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Each jar says what it is made of and whose work that is, all of it. */
class JarContentsIT {
  private static final String ENGINE = "../engine/target/gocua-engine.jar";
  private static final String KIOSK = "target/gocua-kiosk.jar";

  @ParameterizedTest
  @ValueSource(strings = {ENGINE, KIOSK})
  void shouldNameEveryLibraryInTheBillOfMaterials(String jar) {
    JsonNode bom = JsonMapper.shared().readTree(entry(jar, "META-INF/sbom/bom.json"));
    assertThat(bom.path("bomFormat").asString()).isEqualTo("CycloneDX");
    assertThat(bom.at("/metadata/component/name").asString() + ".jar")
        .isEqualTo(new File(jar).getName());
    Set<String> named = new TreeSet<>();
    for (JsonNode component : bom.path("components")) {
      named.add(fileOf(component));
      assertThat(component.path("licenses").size()).as(component.toString()).isPositive();
      assertThat(component.path("hashes").size()).as(component.toString()).isPositive();
    }
    assertThat(named).containsAll(libraries(jar));
  }

  @ParameterizedTest
  @ValueSource(strings = {ENGINE, KIOSK})
  void shouldSayOnWhichTermsEveryLibraryComes(String jar) {
    String terms = entry(jar, "META-INF/THIRD-PARTY.txt");
    JsonNode bom = JsonMapper.shared().readTree(entry(jar, "META-INF/sbom/bom.json"));
    for (JsonNode component : bom.path("components")) {
      String coordinates =
          "%s:%s:%s"
              .formatted(
                  component.path("group").asString(),
                  component.path("name").asString(),
                  component.path("version").asString());
      assertThat(terms).containsPattern("(?m)^\\Q" + coordinates + "\\E\n    \\S");
    }
    assertThat(terms).doesNotContainIgnoringCase("unknown license");
  }

  /** Tests, measurements and the stand-in for MongoDB are no part of a program. */
  @ParameterizedTest
  @ValueSource(strings = {ENGINE, KIOSK})
  void shouldShipNothingOfTheTests(String jar) {
    assertThat(libraries(jar))
        .isNotEmpty()
        .noneMatch(library ->
            library.matches(
                "(gocua-testkit|gocua-system-tests|mongo-java-server|playwright|junit).*"));
    try (JarFile file = new JarFile(jar)) {
      assertThat(file.stream().map(ZipEntry::getName))
          .noneMatch(name -> name.matches("vn/gocua/(testkit|system|rehearsal)/.*"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What was taken out of its jar, or lies in one beside code, is easily forgotten. */
  @Test
  void shouldNameWhatIsNoLibrary() {
    assertThat(entry(ENGINE, "META-INF/THIRD-PARTY.txt"))
        .contains("Liberation Serif", "SIL Open Font License")
        .contains("Copyright (c) 2017 Google LLC", "Copyright (c) 2017 The Nimiq Foundation")
        .contains("Copyright 2020-2021 SmartBear Software Inc.");
    try (JarFile engine = new JarFile(ENGINE)) {
      List<String> taken =
          engine.stream()
              .map(ZipEntry::getName)
              .filter(name -> name.matches("web/lib/.*[^/]|docs/swagger.*"))
              .toList();
      assertThat(taken).isNotEmpty();
      assertThat(entry(ENGINE, "META-INF/THIRD-PARTY.txt")).contains(taken);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    assertThat(entry(KIOSK, "META-INF/THIRD-PARTY.txt"))
        .contains("Roboto", "Copyright 2011 Google Inc.", "Changed:");
  }

  @Test
  void shouldNameWhatTheBundleOfWebComponentsIsMadeOf() {
    String terms = entry(KIOSK, "META-INF/THIRD-PARTY.txt");
    JsonNode parts =
        JsonMapper.shared()
            .readTree(entry(KIOSK, "META-INF/VAADIN/config/stats.json"))
            .path("npmModules");
    assertThat(parts.propertyNames()).isNotEmpty();
    for (String part : parts.propertyNames()) {
      if (!part.startsWith("@vaadin/")) {
        assertThat(terms).containsPattern("[ (]\\Q" + part + "\\E[ ,;(.]");
      }
    }
  }

  private static String fileOf(JsonNode component) {
    String purl = component.path("purl").asString();
    int classifier = purl.indexOf("classifier=");
    String suffix =
        classifier < 0 ? "" : "-" + purl.substring(classifier + 11).replaceAll("&.*", "");
    return component.path("name").asString()
        + "-"
        + component.path("version").asString()
        + suffix
        + ".jar";
  }

  private static List<String> libraries(String jar) {
    try (Stream<Path> files = Files.list(Path.of(jar).resolveSibling("lib"))) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String entry(String jar, String name) {
    try (JarFile file = new JarFile(jar)) {
      ZipEntry entry = file.getEntry(name);
      assertThat(entry).as(jar + " has " + name).isNotNull();
      return new String(file.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
