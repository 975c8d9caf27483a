package vn.gocua.engine;

import io.vertx.ext.web.Router;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import vn.gocua.engine.access.Attempts;
import vn.gocua.engine.help.Contacts;
import vn.gocua.engine.help.HelpBus;
import vn.gocua.engine.help.HelpDesk;
import vn.gocua.engine.help.HelpIndex;
import vn.gocua.engine.help.HelpKeeper;
import vn.gocua.engine.help.HelpRoutes;
import vn.gocua.engine.help.HelpStream;
import vn.gocua.engine.help.HelpSupervision;
import vn.gocua.engine.help.HelpSupervisionRoutes;
import vn.gocua.engine.help.OwnTicketRoutes;
import vn.gocua.engine.help.RequestLimits;
import vn.gocua.engine.help.TicketDesk;
import vn.gocua.engine.help.TicketRoutes;
import vn.gocua.engine.vault.ReadingLog;

/** Help requests, wired. */
final class Help implements Feature {
  /** Of one screen, at once; a ticket that is shown is looked up every two seconds. */
  private static final int LOOK_UPS_OF_A_SCREEN = 60;

  /** Enough to follow a ticket and to type codes, too few to go through all of them. */
  private static final Duration NEXT_LOOK_UP_OF_A_SCREEN = Duration.ofSeconds(1);

  /** A request takes a resident minutes, so a screen that sends more is not used by residents. */
  private static final int REQUESTS_OF_A_SCREEN = 30;

  private static final Duration NEXT_REQUEST_OF_A_SCREEN = Duration.ofSeconds(30);

  /** A helpful neighbour may give one number for some; a team is not to be flooded by it. */
  private static final int REQUESTS_OF_A_NUMBER = 10;

  private static final Duration NEXT_REQUEST_OF_A_NUMBER = Duration.ofHours(1);

  private final Ground ground;
  private final HelpIndex index = new HelpIndex();
  private final HelpDesk desk;
  private final TicketDesk tickets;
  private final HelpSupervision supervision;
  private final Attempts lookUps = new Attempts(LOOK_UPS_OF_A_SCREEN, NEXT_LOOK_UP_OF_A_SCREEN);

  /** Brings the requests of earlier runs into memory, and watches over them from then on. */
  Help(Ground ground) {
    this.ground = ground;
    Clock realTime = Clock.systemUTC();
    HelpBus bus = new HelpBus(ground.eventBus(), ground.campaign().id());
    ReadingLog readings = new ReadingLog(ground.campaign().id(), ground.journal(), ground.commit());
    Contacts contacts = new Contacts(ground.vault(), readings, realTime);
    RequestLimits limits =
        new RequestLimits(
            ground.vault(),
            new Attempts(REQUESTS_OF_A_SCREEN, NEXT_REQUEST_OF_A_SCREEN),
            new Attempts(REQUESTS_OF_A_NUMBER, NEXT_REQUEST_OF_A_NUMBER));
    desk =
        new HelpDesk(
            ground.campaign(),
            ground.journal(),
            ground.commit(),
            ground.vault(),
            contacts,
            limits,
            index,
            bus::publish);
    tickets = new TicketDesk(desk, contacts);
    supervision = new HelpSupervision(desk, index, contacts);
    HelpKeeper keeper =
        new HelpKeeper(
            desk,
            supervision,
            Duration.ofDays(ground.settings().retentionDays()),
            index,
            ground.vault(),
            ground.clock(),
            realTime,
            ground.virtual());
    bus.subscribe(keeper::take);
    ground.afterCommit().add(keeper::noticed);
    keeper.warm();
    keeper.watch(ground.closer().schedule("help"), ground.engineClock()::isSure);
  }

  /** How many unfinished requests each team has. */
  Map<String, Integer> load() {
    return index.load();
  }

  /** Says of every request whose contact is no longer in the vault that it is lost; how many. */
  int loseContacts(Instant at) {
    return supervision.loseContacts(at);
  }

  HelpSupervision supervision() {
    return supervision;
  }

  @Override
  public void mount(Router router, Loop loop) {
    HelpStream stream = new HelpStream(ground.campaign(), index, ground.clock(), loop.vertx());
    index.onChange(stream::changed);
    loop.vertx()
        .eventBus()
        .<String>consumer(Engine.SHUT_OUT, message -> stream.shutOut(message.body()));
    new HelpRoutes(
            ground.campaign(),
            desk,
            index,
            stream,
            lookUps,
            loop.guard(),
            loop.blocking(),
            ground.clock())
        .mount(router);
    new TicketRoutes(ground.campaign(), tickets, loop.guard(), loop.blocking(), ground.clock())
        .mount(router);
    new OwnTicketRoutes(ground.campaign(), tickets, loop.blocking(), ground.clock()).mount(router);
    new HelpSupervisionRoutes(
            ground.campaign(), supervision, loop.guard(), loop.blocking(), ground.clock())
        .mount(router);
  }
}
