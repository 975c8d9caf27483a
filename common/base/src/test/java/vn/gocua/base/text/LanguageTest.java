package vn.gocua.base.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageTest {
  @Test
  void shouldBeginWithVietnamese() {
    assertThat(Language.first().name()).isEqualTo("Tiếng Việt");
    assertThat(Language.all()).extracting(Language::tag).startsWith("vi").contains("en");
    assertThat(Language.find("en")).isNotNull();
    assertThat(Language.find("fr")).isNull();
    assertThat(Language.of(Locale.UK).tag()).isEqualTo("en");
    assertThat(Language.of(Locale.FRENCH).tag()).isEqualTo("vi");
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "none",
      delimiter = '|',
      value = {
        "none|vi",
        "''|vi",
        "en|en",
        "vi|vi",
        "en-GB,en;q=0.9,vi;q=0.8|en",
        "fr, EN-us;q=0.7, vi;q=0.3|en",
        "en;q=0.2, vi;q=0.9|vi",
        "fr|vi",
        "*|vi",
        "en;q=0, vi|vi",
        "en;q=nonsense|vi",
        "not a header at all ,,;;|vi"
      })
  void shouldBeTheOneThatSomebodyLikesBest(String header, String tag) {
    assertThat(Language.accepted(header).tag()).isEqualTo(tag);
  }

  @Test
  void shouldNotReadAHeaderWithoutEnd() {
    assertThat(Language.accepted("en,".repeat(10_000)).tag()).isEqualTo("vi");
  }
}
