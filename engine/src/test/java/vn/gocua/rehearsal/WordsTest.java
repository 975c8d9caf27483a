package vn.gocua.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.text.Normalizer;
import java.util.Objects;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class WordsTest {
  @Test
  void shouldSayEverythingInBothLanguages() throws IOException {
    assertThat(bundle("en").keySet()).isEqualTo(bundle("vi").keySet());
  }

  @Test
  void shouldUseTheSameFiguresInBothLanguages() throws IOException {
    Properties english = bundle("en");
    bundle("vi")
        .forEach((key, text) ->
            assertThat(places(english.getProperty(key.toString())))
                .as(key.toString())
                .isEqualTo(places(text.toString())));
  }

  @Test
  void shouldWriteVietnameseInComposedLettersOneColumnEach() throws IOException {
    assertThat(bundle("vi").values())
        .allMatch(text -> Normalizer.isNormalized(text.toString(), Normalizer.Form.NFC));
  }

  @Test
  void shouldGroupThousandsAsTheLanguageDoes() {
    assertThat(Words.in("vi").text("number", 14_943L)).isEqualTo("14.943");
    assertThat(Words.in("en").text("number", 14_943L)).isEqualTo("14,943");
  }

  private static int places(String text) {
    return new MessageFormat(text).getFormatsByArgumentIndex().length;
  }

  private static Properties bundle(String language) throws IOException {
    Properties properties = new Properties();
    String name = "/messages/rehearsal_" + language + ".properties";
    try (Reader reader =
        new InputStreamReader(
            Objects.requireNonNull(WordsTest.class.getResourceAsStream(name)),
            StandardCharsets.UTF_8)) {
      properties.load(reader);
    }
    return properties;
  }
}
