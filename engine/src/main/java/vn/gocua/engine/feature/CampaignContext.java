package vn.gocua.engine.feature;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Executor;
import vn.gocua.engine.campaign.Campaign;
import vn.gocua.engine.clock.EngineClock;
import vn.gocua.engine.cluster.Channels;
import vn.gocua.engine.config.Settings;
import vn.gocua.engine.journal.CommitListeners;
import vn.gocua.engine.journal.CommitMeter;
import vn.gocua.engine.journal.GroupCommit;
import vn.gocua.engine.journal.Journal;
import vn.gocua.engine.state.Repositories;
import vn.gocua.engine.vault.Vault;

/**
 * What every feature of a campaign stands on.
 *
 * @param engine what the process has
 * @param repositories makes what is folded from the journal and remembered
 * @param afterCommit tells features of events that have become durable
 */
public record CampaignContext(
    EngineContext engine,
    Campaign campaign,
    Journal journal,
    Vault vault,
    Repositories repositories,
    CommitListeners afterCommit) {

  /** Events that may wait for the journal before phones are told to come back later. */
  private static final int QUEUE = 20_000;

  private static final Duration BEAT = Duration.ofSeconds(1);

  /** What a campaign's features stand on, with its writer to the journal opened. */
  public static CampaignContext open(
      EngineContext engine, Campaign campaign, Channels channels, CommitMeter meter) {
    Journal journal = engine.stores().journal();
    CommitListeners afterCommit = new CommitListeners();
    GroupCommit commit =
        engine.closer().opened(new GroupCommit(journal, QUEUE, afterCommit, meter));
    if (engine.nodes().isClustered()) {
      var _ = engine.schedule().every("beat", BEAT, channels::beat);
    }
    return new CampaignContext(
        engine,
        campaign,
        journal,
        engine.stores().opened().vault(),
        new Repositories(
            campaign.id(), journal, commit, channels, engine.blocking(), engine.schedule()),
        afterCommit);
  }

  public Settings settings() {
    return engine.settings();
  }

  /** Takes events into the journal. */
  public GroupCommit commit() {
    return repositories.commit();
  }

  /** The campaign's time. */
  public Clock clock() {
    return engine.clocks().campaign();
  }

  /** The machine's time, for what people are told of today. */
  public Clock realTime() {
    return engine.clocks().real();
  }

  /** What the campaign's time is worth: what can't be undone waits for a clock that is sure. */
  public EngineClock engineClock() {
    return engine.clocks().trust();
  }

  /** Where the journal may be read. */
  public Executor blocking() {
    return engine.blocking();
  }
}
