package vn.gocua.kiosk.resident.keyboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.gocua.kiosk.resident.keyboard.TextInput.Capitals;

/** Every syllable can be written, letter by letter, and its tone finds its place by itself. */
class TextInputTest {
  private static final List<Tone> TONES = List.of(Tone.values());

  private final TextInput typing = new TextInput(Capitals.NEVER, 60);

  /**
   * Keys are letters; digits stand for tones: 1 sắc, 2 huyền, 3 hỏi, 4 ngã, 5 nặng; &lt; backspace.
   */
  private String press(String keys) {
    for (int i = 0; i < keys.length(); i++) {
      char key = keys.charAt(i);
      if (key >= '1' && key <= '5') {
        typing.tone(TONES.get(key - '1'));
      } else if (key == '<') {
        typing.backspace();
      } else {
        typing.type(key);
      }
      assertThat(Normalizer.isNormalized(typing.text(), Normalizer.Form.NFC))
          .as("composed after every key")
          .isTrue();
    }
    return typing.text();
  }

  private static void type(TextInput where, String letters) {
    letters.chars().forEach(letter -> where.type((char) letter));
  }

  @ParameterizedTest
  @CsvSource({
    "đương2, đường",
    "đươ2ng, đường",
    "khuyên1, khuyến",
    "khuy2ên1, khuyến",
    "nghiêng2, nghiềng",
    "quyt1, quýt",
    "qua1, quá",
    "quê1, quế",
    "quôc1, quốc",
    "quy1, quý",
    "quân2, quần",
    "quynh2, quỳnh",
    "huynh2, huỳnh",
    "huy2nh, huỳnh",
    "thuy3, thủy",
    "thu3y, thủy",
    "giương2, giường",
    "gi2, gì",
    "gin1, gín",
    "gia2, già",
    "giêt1, giết",
    "giưa4, giữa",
    "giup1, giúp",
    "hoa2, hòa",
    "ho2a, hòa",
    "hoa2n, hoàn",
    "hoan2, hoàn",
    "khoe3, khỏe",
    "khoe3n, khoẻn",
    "toan1, toán",
    "xoay1, xoáy",
    "ngoai2, ngoài",
    "khuyu3, khuỷu",
    "ngoeo2, ngoèo",
    "mua2, mùa",
    "mưa1, mứa",
    "mia1, mía",
    "tia1, tía",
    "thưa1, thứa",
    "rươu5, rượu",
    "rươ5u, rượu",
    "ngươi2, người",
    "cưu1, cứu",
    "yêu1, yếu",
    "uông1, uống",
    "thuơ3, thuở",
    "huê5, huệ",
    "xuân1, xuấn",
    "ăn4, ẵn",
    "âm1, ấm",
    "ôm1, ốm",
    "ơ3, ở",
    "y1, ý",
    "ia5, ịa",
    "nghi4, nghĩ",
    "thi5, thị",
    "tai1, tái",
    "tao1, táo",
    "tau2, tàu",
    "tay1, táy",
    "heo1, héo",
    "chiu5, chịu",
    "nôi4, nỗi",
    "lơi2, lời",
    "mui4, mũi",
    "gưi3, gửi",
    "bup1, búp",
    "loet1, loét",
    "đăk1, đắk",
    "oanh1, oánh",
    "u3y, ủy",
    "đăk1lăk1, đắklắk",
    "hoa22tin, hoàtin",
    "hoa2tin, hoàtin",
    "hoa22 <2, hoa"
  })
  void shouldPutTheToneWhereItBelongs(String keys, String written) {
    assertThat(press(keys)).isEqualTo(written);
  }

  @Test
  void shouldWriteBothSpellingsOfAnOpenGlide() {
    assertThat(press("hoa2")).isEqualTo("hòa");
    assertThat(press("2")).isEqualTo("hoà");
    assertThat(press("2")).as("a third time takes the tone off").isEqualTo("hoa");
    assertThat(press(" thuy3")).isEqualTo("hoa thủy");
    assertThat(press("3")).isEqualTo("hoa thuỷ");
    assertThat(press(" khoe3")).as("each word begins anew").isEqualTo("hoa thuỷ khỏe");
  }

  @Test
  void shouldTakeAToneOffWhenItIsGivenAgainAndChangeItWhenAnotherIs() {
    assertThat(press("ban1")).isEqualTo("bán");
    assertThat(press("2")).isEqualTo("bàn");
    assertThat(press("2")).isEqualTo("ban");
  }

  @Test
  void shouldTakeBackTheToneBeforeTheLetter() {
    assertThat(press("ma1")).isEqualTo("má");
    assertThat(press("<")).isEqualTo("ma");
    assertThat(press("<")).isEqualTo("m");
    assertThat(press("<<<")).isEmpty();
    assertThat(press("đương2")).isEqualTo("đường");
    assertThat(press("<")).isEqualTo("đườn");
    assertThat(press("<<")).as("the tone, before its letter").isEqualTo("đươ");
    assertThat(press("<")).isEqualTo("đư");
  }

  @Test
  void shouldLeaveTheRestAsItWasWhenLettersGo() {
    assertThat(press("hoan2")).isEqualTo("hoàn");
    assertThat(press("<")).isEqualTo("hoà");
    assertThat(press("n")).isEqualTo("hoàn");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "đ", "ng", "12", "a 1"})
  void shouldLeaveAloneWhatHasNoVowel(String written) {
    type(typing, written);
    typing.tone(Tone.SAC);
    assertThat(typing.text()).isEqualTo(written);
  }

  @Test
  void shouldWriteEveryVowelWithEveryTone() {
    String vowels = "aăâeêioôơuưy";
    List<String> toned =
        List.of(
            "áàảãạ", "ắằẳẵặ", "ấầẩẫậ", "éèẻẽẹ", "ếềểễệ", "íìỉĩị", "óòỏõọ", "ốồổỗộ", "ớờởỡợ",
            "úùủũụ", "ứừửữự", "ýỳỷỹỵ");
    for (int v = 0; v < vowels.length(); v++) {
      for (Tone tone : Tone.values()) {
        for (boolean large : new boolean[] {false, true}) {
          TextInput one = new TextInput(Capitals.NEVER, 5);
          if (large) {
            one.shift();
          }
          one.type(vowels.charAt(v));
          one.tone(tone);
          String wanted = String.valueOf(toned.get(v).charAt(TONES.indexOf(tone)));
          assertThat(one.text()).isEqualTo(large ? wanted.toUpperCase(Locale.ROOT) : wanted);
        }
      }
    }
  }

  @Test
  void shouldWriteNamesLargeByThemselvesAndSmallWhenAsked() {
    TextInput name = new TextInput(Capitals.WORDS, 60);
    type(name, "nguyên thi");
    name.tone(Tone.NANG);
    assertThat(name.text()).isEqualTo("Nguyên Thị");
    name.type(' ');
    assertThat(name.isLarge()).isTrue();
    name.shift();
    name.type('b');
    name.shift();
    name.type('c');
    assertThat(name.value()).isEqualTo("Nguyên Thị bC");
  }

  @Test
  void shouldKeepNoSpacesThatMeanNothingAndStopAtItsLength() {
    TextInput few = new TextInput(Capitals.FIRST, 8);
    type(few, "  số  12, ngõ 3");
    assertThat(few.text()).isEqualTo("Số 12, n");
    assertThat(few.value()).isEqualTo("Số 12, n");
  }

  @ParameterizedTest
  @CsvSource({
    "0912345678, true, 0912 345 678, 0912 ••• 678",
    "0241234567, false, 0241 234 567, 0241 ••• 567",
    "02412345678, true, 0241 234 5678, 0241 ••• 678",
    "0112345678, false, 0112 345 678, 0112 ••• 678",
    "091234, false, 0912 34, 0912 34"
  })
  void shouldKnowAndMaskTelephoneNumbers(
      String digits, boolean good, String grouped, String masked) {
    assertThat(PhoneNumber.isGood(digits)).isEqualTo(good);
    assertThat(PhoneNumber.grouped(digits)).isEqualTo(grouped);
    assertThat(PhoneNumber.masked(digits)).isEqualTo(masked);
  }
}
