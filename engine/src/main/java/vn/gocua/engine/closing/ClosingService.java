package vn.gocua.engine.closing;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import vn.gocua.engine.campaign.Campaign;
import vn.gocua.engine.campaign.Closing;
import vn.gocua.engine.closing.ClosingFact.CampaignArchived;
import vn.gocua.engine.closing.ClosingFact.CampaignClosed;
import vn.gocua.engine.closing.ClosingFact.CampaignReopened;
import vn.gocua.engine.state.Repositories;
import vn.gocua.engine.state.SingleStream;
import vn.gocua.engine.state.StreamKind;
import vn.gocua.engine.state.Versioned;

/** Closes a campaign and opens it again. Calls block until the fact is durable. */
final class ClosingService {
  private final SingleStream<ClosingFact, ClosingState> closing;

  /**
   * Reads the state, which the campaign follows from then on. Blocks.
   *
   * @param changed runs after the campaign was closed or opened again
   */
  ClosingService(Campaign campaign, Repositories repositories, Runnable changed) {
    this.closing =
        repositories.single(
            new StreamKind<>(
                campaign.id() + "/closing",
                ClosingFact.FACTS,
                ClosingState::evolve,
                ClosingTold::told),
            "closing");
    closing.onChange(change -> {
      if (campaign.applyClosing(change.now().version(), orNone(change.now()).closing())) {
        changed.run();
      }
    });
  }

  /** Loads the state from the journal into memory. Blocks. */
  void load() {
    closing.load();
  }

  private static ClosingState orNone(Versioned<ClosingState> now) {
    return Objects.requireNonNullElse(now.state(), ClosingState.NONE);
  }

  /** The state by the journal. Blocks. */
  ClosingState read() {
    return orNone(closing.read());
  }

  /** The state in this node's memory. Does not block. */
  ClosingState now() {
    return orNone(closing.now());
  }

  /**
   * Closes the campaign. A repeat only restarts the time for late phones.
   *
   * @param late how long phones may still deliver earlier check-ins
   */
  ClosingState close(Duration late, String by, Instant at) {
    return orNone(
        closing.append(there -> {
          Closing closed = there == null ? null : there.closing();
          Instant closedAt = closed == null ? at : closed.at();
          return new CampaignClosed(closedAt, at.plus(late), by, at);
        }));
  }

  /** Opens it again; if it is open, nothing happens. */
  ClosingState reopen(String by, Instant at) {
    return orNone(
        closing.append(there ->
            there == null || there.closing() == null ? null : new CampaignReopened(by, at)));
  }

  /** Puts on record that a file was made. */
  void archived(CampaignArchived archive) {
    closing.append(_ -> archive);
  }
}
