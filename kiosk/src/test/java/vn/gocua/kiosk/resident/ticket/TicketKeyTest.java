package vn.gocua.kiosk.resident.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a scanner has read: the ticket ends where its alphabet ends. */
class TicketKeyTest {
  private static final String SECRET = "aB3_-xYz0123456789AbCd";

  @ParameterizedTest
  @ValueSource(strings = {"", ",", ".", "?zarsrc=30", "&fbclid=x", " ", "»", "%20", "abc"})
  void shouldFindATicketWhateverFollows(String ending) {
    TicketKey ticket = new TicketKey("HV-4821", SECRET);
    assertThat(TicketKey.scanned("http://x:8080/t#HV-4821." + SECRET + ending)).contains(ticket);
    assertThat(TicketKey.scanned("HV-4821." + SECRET + ending)).contains(ticket);
  }

  @Test
  void shouldTakeACodeWithoutAWholeSecretForACodeAlone() {
    assertThat(TicketKey.scanned("HV-4821")).contains(new TicketKey("HV-4821", ""));
    assertThat(TicketKey.scanned("x/t#HV-4821.aB3_-xY")).contains(new TicketKey("HV-4821", ""));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "8934567890123", "https://shop.invalid/AB-12345", "HV-1234567890123"})
  void shouldTakeNothingElseForATicket(String text) {
    assertThat(TicketKey.scanned(text)).isEmpty();
  }
}
