package vn.gocua.engine.alerts;

import java.time.Instant;
import java.util.Objects;
import vn.gocua.engine.alerts.AlertFact.AlertAcknowledged;
import vn.gocua.engine.alerts.AlertFact.AlertReopened;
import vn.gocua.engine.state.Repositories;
import vn.gocua.engine.state.SingleStream;
import vn.gocua.engine.state.StreamKind;
import vn.gocua.engine.state.Versioned;

/** Keeps which alerts leaders know of, for all of them. */
final class AlertService {
  private final SingleStream<AlertFact, Acknowledgements> alerts;

  /** Reads what was said so far. Blocks. */
  AlertService(Repositories repositories) {
    alerts =
        repositories.single(
            new StreamKind<>(
                repositories.campaign() + "/alerts", AlertFact.FACTS, Acknowledgements::evolve),
            "alerts");
  }

  /** Reads into memory what the journal holds. Blocks. */
  void load() {
    alerts.load();
  }

  /** What leaders know of, as far as this node has heard. Does not block. */
  Acknowledgements all() {
    return orNone(alerts.now());
  }

  /** A leader knows of an alert; if somebody does already, nothing happens. Blocks. */
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
