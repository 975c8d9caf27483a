package vn.gocua.base.text;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every language against Vietnamese: what it lacks, and what it has that nobody asks for. */
class TextFilesTest {
  private static final Pattern PLACE = Pattern.compile("\\{[A-Za-z0-9]+}");

  private static final Pattern KEY = Pattern.compile("([A-Za-z][^=: ]*)=");

  /** In a Vietnamese file: that surface is written in no other language. */
  private static final String ONLY_HERE = "only-in-this-language";

  /** Names of the campaign's own things: of those a language has some, Vietnamese none. */
  private static final Pattern OF_THE_CAMPAIGN = Pattern.compile("(activity|group)\\..+");

  @Test
  void shouldSayEverythingInEveryLanguage() throws IOException {
    List<String> faults = new ArrayList<>();
    for (Language language : Language.all()) {
      for (String surface : surfaces(Language.first())) {
        compare(language, surface, faults);
      }
      Set<String> unknown = surfaces(language);
      unknown.removeAll(surfaces(Language.first()));
      unknown.forEach(surface -> faults.add(language + ": no such surface: " + surface));
    }
    assertThat(faults).isEmpty();
  }

  private static void compare(Language language, String surface, List<String> faults)
      throws IOException {
    Properties wanted = file(Language.first(), surface);
    Properties found = file(language, surface);
    String place = language + "/" + surface + ": ";
    if (wanted.getProperty(ONLY_HERE) != null) {
      if (language != Language.first() && !found.isEmpty()) {
        faults.add(place + "is written in Vietnamese only");
      }
      return;
    }
    for (String key : wanted.stringPropertyNames()) {
      String text = found.getProperty(key);
      if (text == null || text.isBlank()) {
        faults.add(place + key + " is missing");
      } else if (!places(text).equals(places(wanted.getProperty(key)))) {
        faults.add(place + key + " has other places than in Vietnamese");
      }
    }
    for (String key : found.stringPropertyNames()) {
      boolean known = wanted.containsKey(key) || OF_THE_CAMPAIGN.matcher(key).matches();
      boolean one = language.hasOne() && wanted.containsKey(key.replaceFirst("\\.one$", ""));
      if (!known && !one) {
        faults.add(place + key + " is not known");
      }
    }
  }

  @Test
  void shouldWriteComposedLettersAndTextsWithoutLooseSpace() throws IOException {
    for (Language language : Language.all()) {
      for (String surface : surfaces(language)) {
        assertThat(Files.readString(folder(language).resolve(surface + ".properties")))
            .as(language + "/" + surface)
            .matches(text -> Normalizer.isNormalized(text, Normalizer.Form.NFC))
            .doesNotContain("''", "\\u");
        assertThat(file(language, surface).values())
            .as(language + "/" + surface)
            .allMatch(text -> !text.toString().isBlank());
      }
    }
  }

  /** The last of two would win without a word; merging two branches may leave both. */
  @Test
  void shouldHaveEachTextOnce() throws IOException {
    List<String> twice = new ArrayList<>();
    for (Language language : Language.all()) {
      for (String surface : surfaces(language)) {
        Set<String> seen = new TreeSet<>();
        boolean goesOn = false;
        for (String line : Files.readAllLines(folder(language).resolve(surface + ".properties"))) {
          Matcher key = KEY.matcher(line);
          if (!goesOn && key.lookingAt() && !seen.add(key.group(1))) {
            twice.add(language + "/" + surface + ": " + key.group(1));
          }
          goesOn = line.endsWith("\\");
        }
      }
    }
    assertThat(twice).isEmpty();
  }

  @Test
  void shouldKnowWhichSurfacesAreVietnameseOnly() throws IOException {
    Set<String> only = new TreeSet<>();
    for (String surface : surfaces(Language.first())) {
      if (file(Language.first(), surface).getProperty(ONLY_HERE) != null) {
        only.add(surface);
      }
    }
    assertThat(only).containsExactly("console", "guide", "report");
  }

  private static Set<String> places(String text) {
    return PLACE.matcher(text).results().map(MatchResult::group).collect(Collectors.toSet());
  }

  private static Properties file(Language language, String surface) throws IOException {
    Properties file = new Properties();
    Path path = folder(language).resolve(surface + ".properties");
    if (Files.exists(path)) {
      try (Reader reader = Files.newBufferedReader(path, UTF_8)) {
        file.load(reader);
      }
    }
    return file;
  }

  private static Set<String> surfaces(Language language) throws IOException {
    try (Stream<Path> files = Files.list(folder(language))) {
      return files
          .map(file -> file.getFileName().toString().replaceFirst("\\.properties$", ""))
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }

  private static Path folder(Language language) {
    String name = "/text/" + language.tag() + "/language.properties";
    try {
      Path file = Path.of(Objects.requireNonNull(Texts.class.getResource(name)).toURI());
      return Objects.requireNonNull(file.getParent());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
