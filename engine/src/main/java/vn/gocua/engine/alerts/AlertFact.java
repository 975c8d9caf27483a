package vn.gocua.engine.alerts;

import java.time.Instant;
import vn.gocua.engine.fact.FactType;
import vn.gocua.engine.fact.FactTypes;

/**
 * Leaders' acknowledgements of alerts. The desk computes alerts; here an alert is a key that names
 * a team or a ticket, never a person.
 */
public sealed interface AlertFact {
  /** A leader acknowledged an alert. */
  record AlertAcknowledged(String key, String by, Instant at) implements AlertFact {}

  /** An alert is to be shown again. */
  record AlertReopened(String key, String by, Instant at) implements AlertFact {}

  String key();

  /** Names of these facts in the journal. */
  FactTypes<AlertFact> FACTS =
      FactTypes.of(
          AlertFact.class,
          "an alert's event",
          FactType.of("alert-acknowledged/1", AlertAcknowledged.class)
              .audited("alert-acknowledged", AlertAcknowledged::by, AlertAcknowledged::at)
              .about(AlertAcknowledged::key),
          FactType.of("alert-reopened/1", AlertReopened.class)
              .audited("alert-reopened", AlertReopened::by, AlertReopened::at)
              .about(AlertReopened::key));
}
