package vn.gocua.kiosk.e2e;

import java.io.IOException;
import java.nio.file.Path;
import vn.gocua.base.file.Folders;
import vn.gocua.kiosk.testing.Shared;
import vn.gocua.testkit.Browser;
import vn.gocua.testkit.EngineProcess;
import vn.gocua.testkit.Network;
import vn.gocua.testkit.page.Leader;

/**
 * One engine, one browser and a network between them, for tests of the teams' phones that need
 * nothing of a hall. They end with the last test. Each test has teams of its own, mends the network
 * before it begins, and closes its pages when it ends.
 */
final class SharedField implements AutoCloseable {
  private final Path folder = Shared.folder("field");
  private final EngineProcess engine = EngineProcess.start(folder);
  private final Leader leader = Leader.signIn(engine);
  private final Network network = Network.to(engine.port());
  private final Browser browser = new Browser();

  private SharedField() {}

  /** Hands the field to test classes; the first that asks starts it. */
  static final class Extension extends Shared<SharedField> {
    Extension() {
      super(SharedField.class, SharedField::new);
    }
  }

  EngineProcess engine() {
    return engine;
  }

  Leader leader() {
    return leader;
  }

  Network network() {
    return network;
  }

  Browser browser() {
    return browser;
  }

  @Override
  public void close() throws IOException {
    browser.close();
    network.close();
    engine.program().kill();
    Folders.delete(folder);
  }
}
