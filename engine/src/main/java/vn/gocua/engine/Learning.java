package vn.gocua.engine;

import io.vertx.ext.web.Router;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import vn.gocua.engine.access.Attempts;
import vn.gocua.engine.help.RequestLimits;
import vn.gocua.engine.learning.EnrolmentRoutes;
import vn.gocua.engine.learning.Learners;
import vn.gocua.engine.learning.LearningBus;
import vn.gocua.engine.learning.LearningDesk;
import vn.gocua.engine.learning.LearningKeeper;
import vn.gocua.engine.learning.LearningRoutes;
import vn.gocua.engine.vault.ReadingLog;

/** Classes, wired. */
final class Learning implements Feature {
  private static final int SEATS_OF_A_SCREEN = 60;
  private static final Duration NEXT_SEAT_OF_A_SCREEN = Duration.ofSeconds(20);

  /** One person may sign the family up; nobody is to fill a class alone. */
  private static final int SEATS_OF_A_NUMBER = 10;

  private static final Duration NEXT_SEAT_OF_A_NUMBER = Duration.ofHours(1);

  private final Ground ground;
  private final LearningDesk desk;
  private final LearningKeeper keeper;

  /** Brings the classes of earlier runs into memory, and watches over them from then on. */
  Learning(Ground ground) {
    this.ground = ground;
    Clock realTime = Clock.systemUTC();
    String campaign = ground.campaign().id();
    LearningBus bus = new LearningBus(ground.eventBus(), campaign);
    Learners learners =
        new Learners(
            ground.vault(), new ReadingLog(campaign, ground.journal(), ground.commit()), realTime);
    desk =
        new LearningDesk(
            campaign,
            ground.journal(),
            ground.commit(),
            ground.vault(),
            learners,
            new RequestLimits(
                ground.vault(),
                new Attempts(SEATS_OF_A_SCREEN, NEXT_SEAT_OF_A_SCREEN),
                new Attempts(SEATS_OF_A_NUMBER, NEXT_SEAT_OF_A_NUMBER)),
            bus::publish);
    keeper =
        new LearningKeeper(
            desk,
            learners,
            ground.vault(),
            Duration.ofDays(ground.settings().retentionDays()),
            ground.clock(),
            realTime,
            ground.virtual());
    bus.subscribe(keeper::take);
    keeper.warm();
    keeper.watch(ground.closer().schedule("learning"), ground.engineClock()::isSure);
  }

  /** Says of every seat whose contact is no longer in the vault that it is lost; how many. */
  int loseContacts(Instant at) {
    return keeper.loseContacts(at);
  }

  LearningKeeper keeper() {
    return keeper;
  }

  @Override
  public void mount(Router router, Loop loop) {
    new LearningRoutes(ground.campaign(), desk, loop.guard(), loop.blocking(), ground.clock())
        .mount(router);
    new EnrolmentRoutes(ground.campaign(), desk, loop.guard(), loop.blocking(), ground.clock())
        .mount(router);
  }
}
