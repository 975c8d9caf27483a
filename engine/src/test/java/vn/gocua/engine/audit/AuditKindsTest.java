package vn.gocua.engine.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.gocua.engine.table.TableWords;

/** Every deed has a word in every language. */
class AuditKindsTest {
  @ParameterizedTest
  @ValueSource(strings = {"vi", "en"})
  void shouldHaveAWordForEveryDeed(String language) {
    TableWords words = new TableWords(Locale.of(language));
    assertThat(AuditKinds.codes())
        .allSatisfy(code -> assertThat(words.ofCode("deed", code)).isNotEqualTo(code));
  }
}
