package vn.gocua.engine.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.gocua.engine.alerts.AlertFact.AlertAcknowledged;
import vn.gocua.engine.alerts.AlertFact.AlertReopened;
import vn.gocua.engine.support.StoredFacts;

/** What leaders said of alerts in journals out there can be read for ever. */
class StoredAlertsTest extends StoredFacts<AlertFact> {
  private static final String KEY = "silent/T07/day/2025-08-11T02:00:00Z";
  private static final Instant AT = Instant.parse("2025-08-12T02:30:00.250Z");
  private static final AlertFact KNOWN = new AlertAcknowledged(KEY, "leader", AT);
  private static final AlertFact AGAIN = new AlertReopened(KEY, "leader", AT);

  StoredAlertsTest() {
    super(AlertFact.class, AlertFact.FACTS);
  }

  @Override
  protected Stream<Sample<AlertFact>> samples() {
    return Stream.of(
        new Sample<>("alert-acknowledged-1", "hong-van-45/alerts", 3, KNOWN),
        new Sample<>("alert-reopened-1", "hong-van-45/alerts", 4, AGAIN));
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
