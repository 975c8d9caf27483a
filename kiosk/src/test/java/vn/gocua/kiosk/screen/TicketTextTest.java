package vn.gocua.kiosk.screen;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a leader types, pastes or scans into a search for a ticket. */
class TicketTextTest {
  private static final String SECRET = "aB3_-xYz0123456789AbCd";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "HV-4821",
        " hv-4821 ",
        "HV - 4821",
        "HV\u20114821",
        "HV\u20134821",
        "ＨＶ－４８２１",
        "HV-48\u200b21",
        "HV-4821." + SECRET,
        "http://192.168.1.20:8080/t#HV-4821." + SECRET,
        "http://192.168.1.20:8080/t #HV-4821.aB3_\r\n-xYz0123456789AbCd",
        "https://xa-mau.example/t%23hv-4821." + SECRET + "?zarsrc=30",
        "https://xa-mau.example/t#HV-4821,"
      })
  void shouldFindTheCode(String typed) {
    assertThat(TicketText.code(typed)).contains("HV-4821");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "cơ giáo", "8934567890123", "https://shop.invalid/AB-12345"})
  void shouldTakeNothingElseForATicket(String typed) {
    assertThat(TicketText.code(typed)).isEmpty();
  }
}
