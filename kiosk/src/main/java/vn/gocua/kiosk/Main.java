package vn.gocua.kiosk;

import com.vaadin.flow.component.UI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.slf4j.LoggerFactory;
import vn.gocua.base.console.Console;
import vn.gocua.base.console.Parent;
import vn.gocua.base.settings.InvalidConfig;
import vn.gocua.base.text.Language;
import vn.gocua.base.time.Schedule;
import vn.gocua.base.time.StopHook;
import vn.gocua.kiosk.desk.DeskGuard;
import vn.gocua.kiosk.desk.DeskPages;
import vn.gocua.kiosk.desk.frame.DeskContext;
import vn.gocua.kiosk.feed.EngineFeed;
import vn.gocua.kiosk.resident.ResidentView;
import vn.gocua.kiosk.resident.api.EngineAccess;
import vn.gocua.kiosk.resident.content.ContentCache;
import vn.gocua.kiosk.resident.pairing.ScreenPairing;
import vn.gocua.kiosk.resident.shell.KioskContext;
import vn.gocua.kiosk.screen.View;
import vn.gocua.kiosk.settings.KioskSettings;
import vn.gocua.kiosk.settings.KioskToken;
import vn.gocua.kiosk.settings.StartRefused;
import vn.gocua.kiosk.wall.WallView;
import vn.gocua.kiosk.web.InternalErrorView;
import vn.gocua.kiosk.web.KioskServer;
import vn.gocua.kiosk.web.MissingView;
import vn.gocua.kiosk.web.Views;
import vn.gocua.kiosk.web.cookie.ScreenCookie;
import vn.gocua.protocol.client.EngineApi;

/**
 * The kiosk's entry point, where its parts are put together. With the argument {@code check} it
 * only checks the settings.
 */
public final class Main {
  private Main() {}

  public static void main(String[] args) throws InterruptedException {
    Console.speakVietnamese();
    try {
      KioskSettings settings = settings();
      if (!List.of(Parent.watch(args)).equals(List.of("check"))) {
        run(settings, System.getenv());
      }
    } catch (StartRefused e) {
      Console.complain(e.getMessage());
      System.exit(2);
    }
  }

  private static KioskSettings settings() throws StartRefused {
    try {
      return KioskSettings.read(System.getenv());
    } catch (InvalidConfig e) {
      throw StartRefused.misconfigured(e);
    }
  }

  private static void run(KioskSettings settings, Map<String, String> environment)
      throws StartRefused, InterruptedException {
    System.setProperty("gocua.log", settings.logFile().toString());
    Clock clock = Clock.systemUTC();
    EngineApi engine = new EngineApi(settings.engineUrl());
    EngineFeed feed = new EngineFeed(engine, clock);
    Schedule schedule = Schedule.ofVirtualThreads("screens");
    EngineAccess access = new EngineAccess(engine, KioskToken.of(environment, settings.data()));
    ContentCache content = new ContentCache(access);
    KioskContext context =
        new KioskContext(
            feed, access, content, schedule, clock, settings.publicUrl(), settings.printers());
    content.watch(schedule, context::campaign);
    ScreenPairing pairing = new ScreenPairing(access);
    DeskContext desk = DeskPages.context(feed, schedule, clock, engine);
    List<View> views = new ArrayList<>(DeskPages.views(desk));
    views.add(
        View.at(
            WallView.class,
            () ->
                new WallView(
                    feed, schedule, clock, Language.of(UI.getCurrentOrThrow().getLocale())),
            "",
            "wall"));
    views.add(
        View.at(
            ResidentView.class,
            () -> new ResidentView(context, pairing, ScreenCookie.of(UI.getCurrentOrThrow())),
            "kiosk"));
    views.add(View.at(MissingView.class, MissingView::new));
    views.add(View.at(InternalErrorView.class, InternalErrorView::new));
    KioskServer server =
        new KioskServer(
            settings,
            clock,
            schedule,
            new Views.Makers(views, List.of(new DeskGuard())),
            desk,
            pairing::wasAccepted);
    CountDownLatch stopped = new CountDownLatch(1);
    server.start();
    feed.start();
    StopHook.add(() -> {
      feed.close();
      schedule.close();
      server.close();
      engine.close();
      stopped.countDown();
    });
    Console.say("kiosk.ready", settings.wallUrl(server.port()));
    LoggerFactory.getLogger(Main.class).info("listening on {}", settings.wallUrl(server.port()));
    stopped.await();
  }
}
