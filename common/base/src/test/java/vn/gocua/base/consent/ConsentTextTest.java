package vn.gocua.base.consent;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.gocua.base.text.Language;

/** What was agreed to can be proved: words and version never part. */
class ConsentTextTest {
  private static final ConsentTerms TERMS = new ConsentTerms(null, "Xã Mẫu, Hà Nội", null, 31, 61);

  @ParameterizedTest
  @EnumSource(ConsentText.class)
  void shouldListTheVersionOfTheWordsThatAreShown(ConsentText text) {
    for (Language language : Language.all()) {
      String version = text.version(language);
      assertThat(text.lists(version))
          .as(
              "other words need a line of their own in consent-versions.txt: %s %s",
              text.name().toLowerCase(java.util.Locale.ROOT), version)
          .isTrue();
      assertThat(text.knows(version)).isTrue();
    }
  }

  @Test
  void shouldKnowWhatWasShownOnceAndNothingElse() {
    assertThat(ConsentText.HELP.knows("kiosk-2025-08")).isTrue();
    assertThat(ConsentText.CLASS.knows("kiosk-class-2026-11")).isTrue();
    assertThat(ConsentText.HELP.knows("help-vi-00000000")).isFalse();
    assertThat(ConsentText.HELP.knows(null)).isFalse();
    assertThat(ConsentText.HELP.knows(ConsentText.CLASS.version(Language.first())))
        .as("that of another consent")
        .isFalse();
  }

  @Test
  void shouldNameControllerDataPurposeTermAndRights() {
    for (ConsentText text :
        new ConsentText[] {ConsentText.HELP, ConsentText.GUARDIAN, ConsentText.CLASS}) {
      String words = String.join("\n", text.points(Language.first(), TERMS));
      assertThat(words)
          .contains("Ủy ban nhân dân xã Mẫu", "Dữ liệu: tên, số điện thoại", "Dùng để:")
          .contains("Giữ bao lâu:", "31 ngày", "rút lại đồng ý", "Điểm phục vụ hành chính công");
      for (Language language : Language.all()) {
        assertThat(text.points(language, TERMS))
            .hasSameSizeAs(text.points(Language.first(), TERMS))
            .noneMatch(point -> point.contains("{"));
      }
    }
    assertThat(String.join("\n", ConsentText.HELP.points(Language.first(), TERMS)))
        .contains("61 ngày");
    ConsentTerms own = new ConsentTerms("Phòng Văn hóa", null, "bàn số 1", 1, 1);
    assertThat(String.join("\n", ConsentText.HELP.points(Language.first(), own)))
        .contains("Phòng Văn hóa quyết định", "hỏi bàn số 1");
  }
}
