package vn.gocua.engine.vault;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class SubkeysTest {
  /** RFC 5869, appendix A.3: no salt, no purpose. */
  @Test
  void shouldDeriveAsTheStandardSays() {
    byte[] key = new byte[22];
    Arrays.fill(key, (byte) 0x0b);
    assertThat(HexFormat.of().formatHex(Subkeys.of(key, "")))
        .isEqualTo("8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d");
  }

  @Test
  void shouldTellNothingOfOnePurposeByAnother() {
    byte[] key = new byte[32];
    assertThat(Subkeys.of(key, "gocua/a/1")).isNotEqualTo(Subkeys.of(key, "gocua/b/1"));
    assertThat(Subkeys.of(key, "gocua/a/1")).isEqualTo(Subkeys.of(key, "gocua/a/1"));
  }
}
