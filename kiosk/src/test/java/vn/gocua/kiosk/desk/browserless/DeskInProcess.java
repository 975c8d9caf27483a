package vn.gocua.kiosk.desk.browserless;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.gocua.base.file.Folders;
import vn.gocua.base.text.Language;
import vn.gocua.base.time.Schedule;
import vn.gocua.kiosk.desk.DeskGuard;
import vn.gocua.kiosk.desk.DeskPages;
import vn.gocua.kiosk.desk.access.DeskSession;
import vn.gocua.kiosk.desk.frame.DeskContext;
import vn.gocua.kiosk.feed.EngineFeed;
import vn.gocua.kiosk.testing.Shared;
import vn.gocua.kiosk.web.Views;
import vn.gocua.protocol.access.Credentials;
import vn.gocua.protocol.client.EngineApi;
import vn.gocua.testkit.EngineProcess;
import vn.gocua.testkit.Ports;
import vn.gocua.testkit.page.Leader;
import vn.gocua.testkit.page.Resident;

/**
 * The desk's pages in this JVM with one real engine behind them, for all tests without a browser.
 * Each test takes teams and classes of its own.
 */
final class DeskInProcess implements AutoCloseable {
  private final Path folder = Shared.folder("desk");
  private final EngineProcess engine;
  private final EngineApi client;
  private final EngineFeed feed;
  private final Schedule schedule = Schedule.ofVirtualThreads("screens");
  private final DeskContext context;
  private final Leader leader;
  private final Resident resident;

  private DeskInProcess() {
    engine = EngineProcess.start(folder.resolve("engine"), Ports.free(), Map.of());
    client = new EngineApi(engine.url());
    Clock clock = Clock.systemUTC();
    feed = new EngineFeed(client, clock);
    context = DeskPages.context(feed, schedule, clock, client);
    feed.start();
    leader = Leader.signIn(engine);
    resident = Resident.at(engine.api(), folder.resolve("engine").resolve("data"));
  }

  /** Hands the desk to test classes; the first that asks starts it. */
  static final class Extension extends Shared<DeskInProcess> {
    Extension() {
      super(DeskInProcess.class, DeskInProcess::new);
    }
  }

  /** The desk's views and guard, as the kiosk's server has them. */
  Views.Makers views() {
    return new Views.Makers(DeskPages.views(context), List.of(new DeskGuard()));
  }

  DeskSession signIn() {
    return signIn("leader", EngineProcess.PASSWORD, null);
  }

  /**
   * Signs somebody in as the form does.
   *
   * @param code of the authenticator; null if none is given
   */
  DeskSession signIn(String username, String password, @Nullable String code) {
    return context.signIn().open(new Credentials(username, password, code, null), Language.first());
  }

  EngineProcess engine() {
    return engine;
  }

  Leader leader() {
    return leader;
  }

  Resident resident() {
    return resident;
  }

  @Override
  public void close() throws IOException {
    feed.close();
    schedule.close();
    client.close();
    engine.close();
    Folders.delete(folder);
  }
}
