package vn.gocua.engine.alerts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import vn.gocua.engine.alerts.AlertFact.AlertAcknowledged;
import vn.gocua.engine.alerts.AlertFact.AlertReopened;
import vn.gocua.engine.journal.Event;
import vn.gocua.engine.support.Golden;

/** What leaders said of alerts in journals out there can be read for ever. */
class StoredAlertsTest {
  private static final String KEY = "silent/T07/day/2025-08-11T02:00:00Z";
  private static final Instant AT = Instant.parse("2025-08-12T02:30:00.250Z");
  private static final AlertFact KNOWN = new AlertAcknowledged(KEY, "leader", AT);
  private static final AlertFact AGAIN = new AlertReopened(KEY, "leader", AT);

  @Test
  void shouldWriteAsEver() {
    Golden.assertSame(
        AlertFact.FACTS.event("hong-van-45/alerts", 3, KNOWN), "alert-acknowledged-1");
    Golden.assertSame(AlertFact.FACTS.event("hong-van-45/alerts", 4, AGAIN), "alert-reopened-1");
  }

  @Test
  void shouldReadWhatWasWritten() {
    assertThat(AlertFact.FACTS.of(Golden.withUnknownFields(Golden.event("alert-acknowledged-1"))))
        .isEqualTo(KNOWN);
    assertThat(AlertFact.FACTS.of(Golden.withUnknownFields(Golden.event("alert-reopened-1"))))
        .isEqualTo(AGAIN);
  }

  @Test
  void shouldNotTakeAnotherKindOfEventForIt() {
    Event stranger = new Event("x/1", "x", "check-in/1", "{}", "{}");
    assertThatThrownBy(() -> AlertFact.FACTS.of(stranger))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void shouldKeepWhoSaidItFirst() {
    Acknowledgements first = Acknowledgements.evolve(null, KNOWN);
    Acknowledgements second =
        Acknowledgements.evolve(first, new AlertAcknowledged(KEY, "pho-ban", AT.plusSeconds(1)));
    assertThat(second).isEqualTo(first);
    assertThat(second.since(AT)).containsExactly((AlertAcknowledged) KNOWN);
    assertThat(second.since(AT.plusSeconds(1))).isEmpty();
    assertThat(Acknowledgements.evolve(second, AGAIN)).isEqualTo(Acknowledgements.NONE);
  }
}
