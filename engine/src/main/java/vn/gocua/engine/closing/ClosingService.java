package vn.gocua.engine.closing;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import vn.gocua.engine.campaign.Closing;
import vn.gocua.engine.closing.ClosingFact.CampaignArchived;
import vn.gocua.engine.closing.ClosingFact.CampaignClosed;
import vn.gocua.engine.closing.ClosingFact.CampaignReopened;
import vn.gocua.engine.journal.GroupCommit;
import vn.gocua.engine.journal.Journal;
import vn.gocua.engine.state.Repository;
import vn.gocua.engine.state.StreamKind;

/** Closes a campaign, and opens it again. Calls block until what they did is durable. */
public final class ClosingService {
  private static final String KEY = "closing";

  private final Repository<ClosingFact, ClosingState> ledger;

  public ClosingService(String campaign, Journal journal, GroupCommit commit) {
    this.ledger =
        new Repository<>(
            new StreamKind<>(
                campaign + "/",
                ClosingFact.FACTS,
                (before, fact) -> (before == null ? ClosingState.NONE : before).after(fact)),
            journal,
            commit);
  }

  /** How far it is now. */
  public ClosingState now() {
    return Objects.requireNonNullElse(ledger.read(KEY).state(), ClosingState.NONE);
  }

  /**
   * Closes it. Once more: only the time for late phones is set anew, counted from now.
   *
   * @param late how long phones may still deliver what happened before
   */
  ClosingState close(Duration late, String by, Instant at) {
    return Objects.requireNonNullElse(
        ledger
            .append(
                KEY,
                there -> {
                  Closing closed = there == null ? null : there.closing();
                  Instant closedAt = closed == null ? at : closed.at();
                  return new CampaignClosed(closedAt, at.plus(late), by, at);
                })
            .state(),
        ClosingState.NONE);
  }

  /** Opens it again; if it is open, nothing happens. */
  ClosingState reopen(String by, Instant at) {
    return Objects.requireNonNullElse(
        ledger
            .append(
                KEY,
                there ->
                    there == null || there.closing() == null ? null : new CampaignReopened(by, at))
            .state(),
        ClosingState.NONE);
  }

  /** Puts on record that a file was made. */
  void archived(CampaignArchived archive) {
    ledger.append(KEY, _ -> archive);
  }
}
