package vn.gocua.engine.alerts;

import java.time.Instant;
import java.util.Objects;
import vn.gocua.engine.alerts.AlertFact.AlertAcknowledged;
import vn.gocua.engine.alerts.AlertFact.AlertReopened;
import vn.gocua.engine.state.Repositories;
import vn.gocua.engine.state.SingleStream;
import vn.gocua.engine.state.StreamKind;
import vn.gocua.engine.state.Versioned;

/** Keeps the alerts that leaders have acknowledged. */
final class AlertService {
  private final SingleStream<AlertFact, Acknowledgements> alerts;

  /** Reads the former acknowledgements. Blocks. */
  AlertService(Repositories repositories) {
    alerts =
        repositories.single(
            new StreamKind<>(
                repositories.campaign() + "/alerts",
                AlertFact.FACTS,
                Acknowledgements::evolve,
                AlertTold::told),
            "alerts");
  }

  /** Loads them from the journal into memory. Blocks. */
  void load() {
    alerts.load();
  }

  /** All acknowledgements in this node's memory. Does not block. */
  Acknowledgements all() {
    return orNone(alerts.now());
  }

  /** Acknowledges an alert; a repeat changes nothing. Blocks. */
  Acknowledgements acknowledge(String key, String by, Instant at) {
    return orNone(
        alerts.append(
            known -> known != null && known.has(key) ? null : new AlertAcknowledged(key, by, at)));
  }

  /** Shows an alert again; if it is shown, nothing happens. Blocks. */
  Acknowledgements reopen(String key, String by, Instant at) {
    return orNone(
        alerts.append(
            known -> known == null || !known.has(key) ? null : new AlertReopened(key, by, at)));
  }

  private static Acknowledgements orNone(Versioned<Acknowledgements> known) {
    return Objects.requireNonNullElse(known.state(), Acknowledgements.NONE);
  }
}
