package vn.gocua.base.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One letter, one mark, one space, however a keyboard writes them. */
class FoldedTextTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Đông Mỹ",
        "\u00D0ông Mỹ",
        "\u0189ông Mỹ",
        "đông mỹ",
        "\u00F0ông mỹ",
        "dong my",
        "  DONG   MY ",
        "Đông\u00A0Mỹ",
        "Đông\u202FMỹ",
        "Đông\u3000Mỹ",
        "Đông\tMỹ",
        "Đông\r\nMỹ",
        "\uFEFFĐông \u200BMỹ\u200E",
        "Đ\u00ADông Mỹ",
        "Ｄｏｎｇ Ｍｙ"
      })
  void shouldBeOneNameToASearch(String written) {
    assertThat(FoldedText.of(written)).isEqualTo("dong my");
    assertThat(FoldedText.same(written, "Đông Mỹ")).isTrue();
    assertThat(FoldedText.code(written)).isEqualTo("dong-my");
  }

  @ParameterizedTest
  @CsvSource({
    "Hồng Vân, hong van",
    "Đường Giữa, duong giua",
    "' Nỏ  Bạn ', no ban",
    "Hoà, hoa",
    "Hòa, hoa",
    "Tổ 1 – 2, to 1 - 2",
    "D’Ran, d'ran",
    "Thôn Ⅲ, thon iii"
  })
  void shouldLeaveOutWhatAReaderLooksPast(String written, String folded) {
    assertThat(FoldedText.of(written)).isEqualTo(folded);
    assertThat(FoldedText.of(Normalizer.normalize(written, Normalizer.Form.NFD))).isEqualTo(folded);
  }

  @Test
  void shouldKeepNamesApartThatDifferInMoreThanMarks() {
    assertThat(FoldedText.same("Vân La", "La Vân")).isFalse();
    assertThat(FoldedText.same("Tổ 1", "Tổ 11")).isFalse();
    assertThat(FoldedText.same("Cơ Giáo", "CơGiáo")).isFalse();
  }

  @Test
  void shouldKeepALineAsItIsReadWithNothingInvisible() {
    assertThat(FoldedText.kept(" \u202ETổ\u00A0\u202F09\r\n“A” \u00D0ông "))
        .isEqualTo("Tổ 09 “A” Đông");
    assertThat(FoldedText.kept("Co\u031B Gia\u0301o")).isEqualTo("Cơ Giáo");
    assertThat(FoldedText.kept("＝Tổ 12")).isEqualTo("＝Tổ 12");
    assertThat(FoldedText.kept("\u200B \u00A0")).isEmpty();
  }

  @Test
  void shouldFindWhatIsWrittenAnyhowWithinAName() {
    assertThat(FoldedText.holds("\u00D0ông\u202FMỹ", "ng m")).isTrue();
    assertThat(FoldedText.holds("Đông Mỹ", "ĐÔNG")).isTrue();
    assertThat(FoldedText.holds("Đông Mỹ", "")).isTrue();
    assertThat(FoldedText.holds("Đông Mỹ", "tay")).isFalse();
  }

  @Test
  void shouldMakeCodesOfNames() {
    assertThat(FoldedText.code("Thôn 1, Tự Nhiên")).isEqualTo("thon-1-tu-nhien");
    assertThat(FoldedText.code("«»")).isEmpty();
    assertThat(FoldedText.code("ấ".repeat(90))).hasSize(FoldedText.LONGEST_CODE);
  }

  @Test
  void shouldBareLettersInTheirSize() {
    assertThat(FoldedText.bare("Đông Mỹ, \u00D0ường")).isEqualTo("Dong My, Duong");
  }
}
