package vn.gocua.engine.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The codes of RFC 6238's appendix B, their last six digits. */
class TotpTest {
  private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

  @ParameterizedTest
  @CsvSource({
    "59, 287082",
    "1111111109, 081804",
    "1111111111, 050471",
    "1234567890, 005924",
    "2000000000, 279037",
    "20000000000, 353130"
  })
  void shouldGiveTheCodesOfTheStandard(long seconds, String code) {
    assertThat(Totp.code(SECRET, Instant.ofEpochSecond(seconds))).isEqualTo(code);
    assertThat(Totp.step(SECRET, code, Instant.ofEpochSecond(seconds))).hasValue(seconds / 30);
  }

  @Test
  void shouldForgiveAPhonesClockHalfAMinute() {
    Instant at = Instant.ofEpochSecond(1_234_567_890);
    assertThat(Totp.step(SECRET, "005 924", at.plusSeconds(30))).isPresent();
    assertThat(Totp.step(SECRET, "005924", at.minusSeconds(30))).isPresent();
    assertThat(Totp.step(SECRET, "005924", at.plusSeconds(61))).isEmpty();
    assertThat(Totp.step(SECRET, "", at)).isEmpty();
  }

  @Test
  void shouldTellAnAuthenticatorWhatItNeeds() {
    assertThat(Totp.base32(SECRET)).isEqualTo("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
    assertThat(Totp.uri("leader", SECRET))
        .isEqualTo(
            "otpauth://totp/G%C3%B5%20C%E1%BB%ADa%3Aleader"
                + "?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=G%C3%B5%20C%E1%BB%ADa");
  }
}
