package vn.gocua.engine;

import io.vertx.ext.web.Router;
import java.time.Clock;
import java.time.Duration;
import vn.gocua.engine.access.Attempts;
import vn.gocua.engine.help.HelpBus;
import vn.gocua.engine.help.HelpDesk;
import vn.gocua.engine.help.HelpIndex;
import vn.gocua.engine.help.HelpKeeper;
import vn.gocua.engine.help.HelpRoutes;
import vn.gocua.engine.help.HelpStream;

/** Help requests, wired. */
final class Help implements Feature {
  /** Enough for all screens of the kiosk, too few to go through all codes. */
  private static final int LOOK_UPS_A_SECOND = 60;

  private final Ground ground;
  private final HelpIndex index = new HelpIndex();
  private final HelpDesk desk;
  private final HelpKeeper keeper;
  private final Attempts lookUps = new Attempts(LOOK_UPS_A_SECOND, Duration.ofSeconds(1));

  /** Brings the requests of earlier runs into memory, and watches over them from then on. */
  Help(Ground ground) {
    this.ground = ground;
    Clock realTime = Clock.systemUTC();
    HelpBus bus = new HelpBus(ground.eventBus(), ground.campaign().id());
    desk =
        new HelpDesk(
            ground.campaign(),
            ground.journal(),
            ground.commit(),
            ground.vault(),
            realTime,
            index,
            bus::publish);
    keeper =
        new HelpKeeper(desk, index, ground.vault(), ground.clock(), realTime, ground.virtual());
    bus.subscribe(keeper::take);
    ground.afterCommit().add(keeper::noticed);
    keeper.warm();
    keeper.watch(ground.parts().thread("help"));
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
  }
}
