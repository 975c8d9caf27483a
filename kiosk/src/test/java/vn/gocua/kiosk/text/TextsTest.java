package vn.gocua.kiosk.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class TextsTest {
  private static final Pattern PLACE = Pattern.compile("\\{\\d}");

  @Test
  void shouldSayEverythingInEveryLanguage() throws IOException {
    Properties vietnamese = bundle("messages.properties");
    Properties english = bundle("messages_en.properties");
    assertThat(english.stringPropertyNames()).isEqualTo(vietnamese.stringPropertyNames());
    for (String key : vietnamese.stringPropertyNames()) {
      assertThat(places(english.getProperty(key)))
          .as(key)
          .isEqualTo(places(vietnamese.getProperty(key)));
      assertThat(vietnamese.getProperty(key)).as(key).isNotBlank().doesNotContain("'");
    }
  }

  @Test
  void shouldKeepVietnameseComposed() throws IOException {
    bundle("messages.properties")
        .values()
        .forEach(text ->
            assertThat(Normalizer.isNormalized(text.toString(), Normalizer.Form.NFC)).isTrue());
  }

  @Test
  void shouldSpeakVietnameseUnlessAnotherKnownLanguageIsAskedFor() {
    assertThat(Texts.locale(List.of())).isEqualTo(Texts.VIETNAMESE);
    assertThat(Texts.locale(List.of("xx", ""))).isEqualTo(Texts.VIETNAMESE);
    assertThat(Texts.locale(List.of("en"))).isEqualTo(Locale.ENGLISH);
    assertThat(Texts.in(Locale.FRENCH).get("wall.live")).isEqualTo("Trực tiếp");
  }

  private static List<String> places(String text) {
    return PLACE.matcher(text).results().map(MatchResult::group).sorted().distinct().toList();
  }

  private static Properties bundle(String name) throws IOException {
    Properties properties = new Properties();
    try (Reader reader =
        new InputStreamReader(
            Objects.requireNonNull(Texts.class.getResourceAsStream(name)),
            StandardCharsets.UTF_8)) {
      properties.load(reader);
    }
    return properties;
  }
}
