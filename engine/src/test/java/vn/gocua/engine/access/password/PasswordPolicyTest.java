package vn.gocua.engine.access.password;

import static org.assertj.core.api.Assertions.assertThat;

import com.nulabinc.zxcvbn.StandardDictionaries;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.gocua.protocol.access.AccessReason;
import vn.gocua.protocol.refusal.Reason;

/** Passwords that anybody would try are refused; sentences are welcome. */
class PasswordPolicyTest {
  private static final PasswordPolicy POLICY =
      new PasswordPolicy(() ->
          List.of(
              "45 ngày đêm ra quân hỗ trợ hoạt động chuyển đổi số",
              "Xã Hồng Vân, Hà Nội",
              "Xâm Xuyên",
              "Đông Mỹ",
              "Tổ 01"));

  @ParameterizedTest
  @CsvSource({
    "ngắn quá, password-too-short",
    "123456789, password-too-short",
    "thu-ky-hong-van, password-is-name",
    "THU-KY-HONG-VAN1, password-is-name",
    "1234567890, password-common",
    "0987654321, password-common",
    "abcdefghijkl, password-common",
    "aaaaaaaaaaaa, password-common",
    "121212121212, password-common",
    "Mật khẩu 123, password-common",
    "QWERTYUIOP, password-common",
    "Chuyển đổi số, password-common"
  })
  void shouldRefuse(String password, String code) {
    assertThat(POLICY.broken("thu-ky-hong-van", password).map(Reason::code)).contains(code);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Hồng Vân 2025",
        "hongvan@2026",
        "H0ngV@n2025!",
        "XaHongVan123",
        "2025-hong-van-2026",
        "Đông Mỹ 2025!!",
        "dongmy12345",
        "XâmXuyên#1",
        "GoCua2025!",
        "G0 C\u1eeda 2026",
        "gocua123456",
        "leader2025",
        "Leader@12345",
        "admin123456",
        "adm1n!strat0r",
        "Quản trị viên 1",
        "LanhDao2025",
        "chutich@2025",
        "CongAn113113",
        "hanoi1010101",
        "45ngaydem2025",
        "chuyendoiso2030",
        "ChuyenDoiSo-HongVan",
        "Password123!",
        "P@ssw0rd2025",
        "matkhau2025",
        "m4tkh4u!@#$%",
        "iloveyou123",
        "dragon123456",
        "0912345678",
        "19/08/2025!",
        "qwerty123456",
        "qwertyasdfgh",
        "1qaz2wsx3edc",
        "zaq12wsxcde3",
        "!qazxsw2edc",
        "poiuytrewq",
        "q1w2e3r4t5y6",
        "asdfghjkl123",
        "ＨｏｎｇＶａｎ２０２５"
      })
  void shouldRefuseWordsOfThePlaceKeyboardsAndYearsHoweverTheyAreWritten(String password) {
    assertThat(POLICY.broken("thu-ky", password)).contains(AccessReason.PASSWORD_COMMON);
  }

  @Test
  void shouldRefuseEveryCommonPasswordThatIsLongEnough() throws IOException {
    List<String> common = StandardDictionaries.PASSWORDS_LOADER.load().getFrequencies();
    assertThat(common).hasSizeGreaterThan(3_000);
    for (String password : common) {
      assertThat(POLICY.broken("thu-ky", password)).as(password).isPresent();
      assertThat(POLICY.broken("thu-ky", password.toUpperCase(Locale.ROOT)))
          .as(password)
          .isPresent();
    }
    for (String password : common.subList(0, 3_000)) {
      assertThat(POLICY.broken("thu-ky", password + "2025")).as(password + "2025").isPresent();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "một câu dễ nhớ",
        "bốn con vịt trời bay",
        "x7k2p-m9q4t-w3n8r",
        "mật khẩu của lãnh đạo",
        "trời mưa ở Hồng Vân thì mát",
        "em bé thích ăn xoài",
        "9f31c07ab2e84d56",
        "mot-cau-de-nho-2026"
      })
  void shouldTake(String password) {
    assertThat(POLICY.broken("thu-ky", password)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"hongvan", "a1", "9k2x8q", "xoaichua "})
  void shouldRefuseTheSameAgainAndAgainAtAnyLength(String piece) {
    assertThat(POLICY.broken("thu-ky", piece.repeat(200 / piece.length()))).isPresent();
    assertThat(POLICY.broken("thu-ky", piece.repeat(2) + piece.repeat(5)))
        .contains(AccessReason.PASSWORD_COMMON);
  }
}
