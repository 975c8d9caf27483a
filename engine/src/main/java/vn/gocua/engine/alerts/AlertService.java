package vn.gocua.engine.alerts;

import java.time.Instant;
import vn.gocua.engine.alerts.AlertFact.AlertAcknowledged;
import vn.gocua.engine.alerts.AlertFact.AlertReopened;
import vn.gocua.engine.journal.GroupCommit;
import vn.gocua.engine.journal.Journal;
import vn.gocua.engine.state.Repository;
import vn.gocua.engine.state.StreamKind;

/**
 * Keeps which alerts leaders know of, for all of them. One small stream, read when asked: leaders
 * acknowledge some dozens of alerts a day. Calls block.
 */
public final class AlertService {
  private static final String KEY = "alerts";

  private final Repository<AlertFact, Acknowledgements> ledger;

  public AlertService(String campaign, Journal journal, GroupCommit commit) {
    this.ledger =
        new Repository<>(
            new StreamKind<>(campaign + "/", AlertFact.FACTS, Acknowledgements::evolve),
            journal,
            commit);
  }

  public Acknowledgements all() {
    return orNone(ledger.read(KEY).state());
  }

  /** A leader knows of an alert; if somebody does already, nothing happens. */
  public Acknowledgements acknowledge(String key, String by, Instant at) {
    return orNone(
        ledger
            .append(
                KEY,
                known ->
                    known != null && known.has(key) ? null : new AlertAcknowledged(key, by, at))
            .state());
  }

  /** Shows an alert again; if it is shown, nothing happens. */
  public Acknowledgements reopen(String key, String by, Instant at) {
    return orNone(
        ledger
            .append(
                KEY,
                known -> known == null || !known.has(key) ? null : new AlertReopened(key, by, at))
            .state());
  }

  private static Acknowledgements orNone(
      @org.jspecify.annotations.Nullable Acknowledgements known) {
    return known == null ? Acknowledgements.NONE : known;
  }
}
