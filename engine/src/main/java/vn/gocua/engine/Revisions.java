package vn.gocua.engine;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.gocua.base.console.Console;
import vn.gocua.base.time.Schedule;
import vn.gocua.engine.campaign.Campaign;
import vn.gocua.engine.campaign.Editions;
import vn.gocua.engine.config.StartRefused;
import vn.gocua.engine.journal.Journal;

/**
 * One edition of the campaign for all engines of a cluster: the highest revision any of them was
 * started with, so that a rolling restart changes targets for all at its first step.
 */
final class Revisions {
  private static final Logger log = LoggerFactory.getLogger(Revisions.class);
  private static final Duration LOOK = Duration.ofSeconds(3);

  private final Campaign campaign;
  private final Editions editions;

  Revisions(Campaign campaign, Journal journal) {
    this.campaign = campaign;
    this.editions = new Editions(campaign.id(), journal);
  }

  /**
   * Makes this engine's edition known to the others, and takes theirs if it is higher. Blocks.
   *
   * @throws StartRefused if another engine was started with other files of the same revision
   */
  void settle() {
    if (!editions.propose(campaign.base())) {
      throw new StartRefused(
          StartRefused.Reason.CONFIGURATION,
          Console.text("start.other-edition", String.valueOf(campaign.revision())));
    }
    var _ = look();
  }

  /**
   * Looks for higher revisions from now on.
   *
   * @param changed told after the campaign has become another edition
   */
  void watch(Schedule schedule, Runnable changed) {
    var _ =
        schedule.every(
            "editions",
            LOOK,
            () -> {
              if (look()) {
                changed.run();
              }
            });
  }

  private boolean look() {
    int before = campaign.revision();
    boolean adopted = editions.latest().filter(campaign::adopt).isPresent();
    if (adopted) {
      log.warn("revision {} of the campaign counts now, not {}", campaign.revision(), before);
    }
    return adopted;
  }
}
