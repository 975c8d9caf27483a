package vn.gocua.engine;

import io.vertx.core.eventbus.EventBus;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Executor;
import vn.gocua.engine.access.Attempts;
import vn.gocua.engine.campaign.Campaign;
import vn.gocua.engine.help.HelpBus;
import vn.gocua.engine.help.HelpDesk;
import vn.gocua.engine.help.HelpIndex;
import vn.gocua.engine.help.HelpKeeper;
import vn.gocua.engine.journal.GroupCommit;
import vn.gocua.engine.journal.Journal;
import vn.gocua.engine.vault.Vault;

/**
 * Help requests, wired.
 *
 * @param lookUps how often the kiosk may look a code up: enough for its screens, too few to go
 *     through all codes
 */
record Help(HelpDesk desk, HelpIndex index, HelpKeeper keeper, Attempts lookUps) {
  /**
   * @param clock the campaign's time
   * @param blocking where the journal may be read
   */
  static Help of(
      Campaign campaign,
      Journal journal,
      GroupCommit commit,
      Vault vault,
      Clock clock,
      EventBus eventBus,
      Executor blocking) {
    Clock realTime = Clock.systemUTC();
    HelpIndex index = new HelpIndex();
    HelpBus bus = new HelpBus(eventBus, campaign.id());
    HelpDesk desk = new HelpDesk(campaign, journal, commit, vault, realTime, index, bus::publish);
    HelpKeeper keeper = new HelpKeeper(desk, index, vault, clock, realTime, blocking);
    bus.subscribe(keeper::take);
    return new Help(desk, index, keeper, new Attempts(60, Duration.ofSeconds(1)));
  }
}
