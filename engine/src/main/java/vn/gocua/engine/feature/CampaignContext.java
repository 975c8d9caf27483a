package vn.gocua.engine.feature;

import java.time.Clock;
import java.util.concurrent.ExecutorService;
import vn.gocua.base.Closer;
import vn.gocua.base.time.Schedule;
import vn.gocua.engine.access.Access;
import vn.gocua.engine.campaign.Campaign;
import vn.gocua.engine.clock.EngineClock;
import vn.gocua.engine.cluster.Channel;
import vn.gocua.engine.config.Settings;
import vn.gocua.engine.journal.CommitListeners;
import vn.gocua.engine.journal.GroupCommit;
import vn.gocua.engine.journal.Journal;
import vn.gocua.engine.state.Repositories;
import vn.gocua.engine.vault.Vault;

/**
 * What every feature stands on.
 *
 * @param afterCommit tells features of events that have become durable
 * @param clock the campaign's time
 * @param realTime the machine's, for what people are told of today
 * @param engineClock what that time is worth: what can't be undone waits for a clock that is sure
 * @param revoked carries the ids of phones and sessions that are no longer to be believed
 * @param repositories makes what is folded from the journal and remembered
 * @param virtual where the journal may be read
 * @param schedule for work that comes round; each has a thread of its own
 * @param closer takes what has to be closed
 */
public record CampaignContext(
    Settings settings,
    Campaign campaign,
    Journal journal,
    GroupCommit commit,
    CommitListeners afterCommit,
    Vault vault,
    Access access,
    Clock clock,
    Clock realTime,
    EngineClock engineClock,
    Channel<String> revoked,
    Repositories repositories,
    ExecutorService virtual,
    Schedule schedule,
    Closer closer) {}
