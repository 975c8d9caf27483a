package vn.gocua.engine.help.contact;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContactTest {
  @ParameterizedTest
  @CsvSource({
    "0912 345 678,0912345678",
    "+84 912 345 678,0912345678",
    "0084912345678,0912345678",
    "(024) 3456-7890,02434567890",
    "038.123.4567,0381234567"
  })
  void shouldReadPhoneNumbersAsPeopleWriteThem(String written, String digits) {
    assertThat(Contact.phone(written)).hasValue(digits);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "113", "0112345678", "091234567", "09123456789", "09123O5678"})
  void shouldRefuseWhatIsNoPhoneNumber(String written) {
    assertThat(Contact.phone(written)).isEmpty();
  }

  @Test
  void shouldKeepTextComposedAndTidy() {
    Contact contact =
        new Contact(
            "  Nguye\u0302\u0303n  A ", "0912345678", "X\u00f3m 1\n", List.of("b", "a", "b"));
    assertThat(contact.name()).isEqualTo("Nguy\u1ec5n A");
    assertThat(contact.address()).isEqualTo("Xóm 1");
    assertThat(contact.groups()).containsExactly("a", "b");
  }
}
