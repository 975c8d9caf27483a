package vn.gocua.kiosk.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import vn.gocua.base.file.Folders;
import vn.gocua.kiosk.testing.Shared;
import vn.gocua.testkit.Browser;
import vn.gocua.testkit.EngineProcess;
import vn.gocua.testkit.Network;
import vn.gocua.testkit.Ports;
import vn.gocua.testkit.page.Leader;

/**
 * One engine, one browser and a network between them, for tests of the teams' phones that need
 * nothing of a hall. They end with the last test. Each test has teams of its own, mends the network
 * before it begins, and closes its pages when it ends.
 */
final class SharedField implements AutoCloseable {
  private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
  private static final String MORE_TEAM =
      "  - { code: T%1$d, name: Tổ %1$d, members: 5, hamlets: [co-giao] }";

  private final Path folder = Shared.folder("field");
  private final EngineProcess engine;
  private final Leader leader;
  private final Network network;
  private final Browser browser = new Browser();

  private SharedField() {
    String config = config(folder).toString();
    engine = EngineProcess.start(folder, Ports.free(), Map.of("GOCUA_CONFIG", config));
    leader = Leader.signIn(engine);
    network = Network.to(engine.port());
  }

  /** The sample's, with days behind it on which a visit could be, and a team for every test. */
  private static Path config(Path folder) {
    Path sample = Path.of("..", "config");
    Path copy = folder.resolve("config");
    try (Stream<Path> files = Files.walk(sample)) {
      for (Path file : files.toList()) {
        Path target = copy.resolve(sample.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(target);
        } else {
          Files.copy(file, target);
        }
      }
      Path campaign = copy.resolve("campaign.yaml");
      String begun = "startDate: " + LocalDate.now(ZONE).minusDays(10);
      String text = Files.readString(campaign).replace("startDate: first-run", begun);
      Files.writeString(campaign, text);
      List<String> more = IntStream.rangeClosed(37, 60).mapToObj(MORE_TEAM::formatted).toList();
      Files.write(copy.resolve("teams.yaml"), more, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return copy;
  }

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
