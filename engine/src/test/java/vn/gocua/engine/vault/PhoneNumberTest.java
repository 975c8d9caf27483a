package vn.gocua.engine.vault;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneNumberTest {
  @ParameterizedTest
  @CsvSource({
    "0912 345 678,0912345678",
    "+84 912 345 678,0912345678",
    "0084912345678,0912345678",
    "(024) 3456-7890,02434567890",
    "038.123.4567,0381234567"
  })
  void shouldReadPhoneNumbersAsPeopleWriteThem(String written, String digits) {
    assertThat(PhoneNumber.digits(written)).hasValue(digits);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "113", "0112345678", "091234567", "09123456789", "09123O5678"})
  void shouldRefuseWhatIsNoPhoneNumber(String written) {
    assertThat(PhoneNumber.digits(written)).isEmpty();
  }
}
