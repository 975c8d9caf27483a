package vn.gocua.engine.alerts;

import java.time.Instant;
import java.util.Map;
import vn.gocua.engine.state.FactTypes;

/**
 * What leaders said of alerts. What an alert is, the desk works out; here it is a key that names a
 * team or a ticket, never a person.
 */
public sealed interface AlertFact {
  /** A leader knows of it and sees to it. */
  record AlertAcknowledged(String key, String by, Instant at) implements AlertFact {}

  /** It shall be shown again. */
  record AlertReopened(String key, String by, Instant at) implements AlertFact {}

  String key();

  /** How these facts stand in the journal. */
  FactTypes<AlertFact> FACTS =
      FactTypes.of(
          AlertFact.class,
          "an alert's event",
          Map.of(
              "alert-acknowledged/1", AlertAcknowledged.class,
              "alert-reopened/1", AlertReopened.class));
}
