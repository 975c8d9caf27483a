package vn.gocua.engine.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;

/** In which language a text for people is. */
public final class Words {
  /** Letters that Vietnamese has and English has not. */
  private static final Pattern VIETNAMESE =
      Pattern.compile("[ăâđêôơưàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ]");

  private Words() {}

  public static void assertVietnamese(String text) {
    assertThat(text).containsPattern(VIETNAMESE);
  }

  public static void assertEnglish(String text) {
    assertThat(text).isNotBlank().doesNotContainPattern(VIETNAMESE);
  }
}
