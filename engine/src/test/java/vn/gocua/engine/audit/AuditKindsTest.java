package vn.gocua.engine.audit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.gocua.base.text.Language;
import vn.gocua.base.text.Texts;

/** Every deed has a word in every language. */
class AuditKindsTest {
  @ParameterizedTest
  @MethodSource("vn.gocua.base.text.Language#all")
  void shouldHaveAWordForEveryDeed(Language language) {
    Texts texts = Texts.of("tables", language);
    assertThat(AuditKinds.codes())
        .allSatisfy(code -> assertThat(texts.ofCode("deed", code)).isNotEqualTo(code));
  }
}
