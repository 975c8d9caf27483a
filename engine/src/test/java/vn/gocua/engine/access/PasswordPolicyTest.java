package vn.gocua.engine.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Passwords that anybody would try are refused; sentences are welcome. */
class PasswordPolicyTest {
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
    assertThat(PasswordPolicy.broken("thu-ky-hong-van", password)).contains(code);
  }

  @ParameterizedTest
  @ValueSource(strings = {"một câu dễ nhớ", "bốn con vịt trời bay", "x7k2p-m9q4t-w3n8r"})
  void shouldTake(String password) {
    assertThat(PasswordPolicy.broken("thu-ky", password)).isEmpty();
  }
}
