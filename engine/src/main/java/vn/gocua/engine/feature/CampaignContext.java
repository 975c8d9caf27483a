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
import vn.gocua.engine.vault.AccessLog;
import vn.gocua.engine.vault.Vault;

/**
 * Parts that all features of a campaign share.
 *
 * @param engine the parts of the process
 * @param repositories make state that is folded from the journal and kept in memory
 * @param afterCommit notifies features of durable events
 * @param readings records accesses to personal data, and limits them
 */
public record CampaignContext(
    EngineContext engine,
    Campaign campaign,
    Journal journal,
    Vault vault,
    Repositories repositories,
    CommitListeners afterCommit,
    AccessLog readings) {

  /** Events that may wait for the journal before phones have to try again later. */
  private static final int QUEUE = 20_000;

  private static final Duration HEARTBEAT = Duration.ofSeconds(1);

  /** Opens the shared parts with the campaign's writer to the journal. */
  public static CampaignContext open(
      EngineContext engine, Campaign campaign, Channels channels, CommitMeter meter) {
    Journal journal = engine.stores().journal();
    CommitListeners afterCommit = new CommitListeners();
    GroupCommit commit =
        engine.closer().opened(new GroupCommit(journal, QUEUE, afterCommit, meter));
    if (engine.nodes().isClustered()) {
      var _ = engine.schedule().every("heartbeat", HEARTBEAT, channels::heartbeat);
    }
    return new CampaignContext(
        engine,
        campaign,
        journal,
        engine.stores().opened().vault(),
        new Repositories(
            campaign.id(), journal, commit, channels, engine.blocking(), engine.schedule()),
        afterCommit,
        new AccessLog(campaign.id(), journal, commit, engine.settings().readingLimits()));
  }

  public Settings settings() {
    return engine.settings();
  }

  /** Appends events to the journal. */
  public GroupCommit commit() {
    return repositories.commit();
  }

  /** The campaign's time. */
  public Clock clock() {
    return engine.clocks().campaign();
  }

  /** The machine's time, for people. */
  public Clock realTime() {
    return engine.clocks().real();
  }

  /** Judges the campaign's time: irreversible work waits until it is sure. */
  public EngineClock engineClock() {
    return engine.clocks().trust();
  }

  /** Threads on which the journal may be read. */
  public Executor blocking() {
    return engine.blocking();
  }
}
