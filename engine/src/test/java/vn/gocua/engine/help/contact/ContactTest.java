package vn.gocua.engine.help.contact;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ContactTest {
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
