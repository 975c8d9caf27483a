package vn.gocua.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import vn.gocua.base.file.PrivateFolder;
import vn.gocua.engine.support.ConfigFolder;
import vn.gocua.engine.support.Item;
import vn.gocua.engine.support.RunningEngine;
import vn.gocua.testkit.SettableClock;

/** What the engine keeps can be read by its owner only, whatever the umask is and was. */
@DisabledOnOs(OS.WINDOWS)
class PrivateFilesTest {
  private static final SettableClock CLOCK = SettableClock.at("2025-08-22T09:00:00+07:00");

  @TempDir private Path folder;

  private static boolean isOwners(Path path) {
    try {
      return Files.getPosixFilePermissions(path).stream()
          .allMatch(permission ->
              permission == PosixFilePermission.OWNER_READ
                  || permission == PosixFilePermission.OWNER_WRITE
                  || permission == PosixFilePermission.OWNER_EXECUTE);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static void assertOwners(Path data) throws IOException {
    try (Stream<Path> all = Files.walk(data)) {
      assertThat(all.toList()).hasSizeGreaterThan(4).allMatch(PrivateFilesTest::isOwners);
    }
  }

  private static void share(RunningEngine engine) {
    engine
        .leader()
        .send(
            "POST",
            "/api/v1/documents?name=hop.pdf&until=2025-08-23T12:00:00%2B07:00",
            BodyPublishers.ofString("%PDF-1.4 tài liệu"))
        .expect(201);
  }

  @Test
  void shouldBeSoFromTheFirstStart() throws IOException {
    Path data = folder.resolve("new/data");
    try (RunningEngine engine = RunningEngine.start(data, ConfigFolder.in(folder), CLOCK)) {
      engine.phone("T01").send(Item.at("2025-08-22T09:00:00+07:00")).expect(200);
      share(engine);
      assertOwners(data);
      assertThat(isOwners(folder.resolve("new/data.vault.key"))).isTrue();
    }
  }

  @Test
  void shouldBecomeSoWhereAnEarlierVersionLeftItOpen() throws IOException {
    Path data = folder.resolve("data");
    ConfigFolder config = ConfigFolder.in(folder);
    RunningEngine first = RunningEngine.start(data, config, CLOCK);
    share(first);
    first.close();
    for (String name : List.of("logs", "reports", "archives")) {
      Files.createDirectories(data.resolve(name));
      Files.writeString(data.resolve(name).resolve("old.txt"), "old");
    }
    try (Stream<Path> all = Files.walk(data)) {
      for (Path path : all.toList()) {
        Files.setPosixFilePermissions(
            path,
            PosixFilePermissions.fromString(Files.isDirectory(path) ? "rwxrwxrwx" : "rw-rw-rw-"));
      }
    }
    try (RunningEngine again = RunningEngine.start(data, config, CLOCK)) {
      share(again);
      assertOwners(data);
    }
  }

  @Test
  void shouldNotReachThroughLinksNorShutWhatEverybodyShares() throws IOException {
    Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
    Path others = Files.writeString(elsewhere.resolve("others.txt"), "others");
    Files.setPosixFilePermissions(others, PosixFilePermissions.fromString("rw-r--r--"));
    Path shared = Files.createDirectory(folder.resolve("shared"));
    Files.setAttribute(shared, "unix:mode", 0_1777);
    Files.createSymbolicLink(shared.resolve("logs"), elsewhere);
    Files.createSymbolicLink(shared.resolve("others.txt"), others);
    PrivateFolder.shut(shared);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(others)))
        .isEqualTo("rw-r--r--");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(shared)))
        .isEqualTo("rwxrwxrwx");
  }
}
