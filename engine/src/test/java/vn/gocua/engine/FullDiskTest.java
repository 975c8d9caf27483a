package vn.gocua.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import vn.gocua.base.settings.ConfigErrors;
import vn.gocua.engine.config.Settings;
import vn.gocua.engine.config.StartRefused;
import vn.gocua.engine.support.Answer;
import vn.gocua.engine.support.ConfigFolder;
import vn.gocua.engine.support.Item;
import vn.gocua.engine.support.Phone;
import vn.gocua.engine.support.RunningEngine;
import vn.gocua.testkit.SettableClock;

/**
 * A real disk that fills up, or that nothing can be written to: a small one in memory, which takes
 * root to mount.
 */
@EnabledOnOs(OS.LINUX)
class FullDiskTest {
  private static final String NOW = "2025-08-22T09:30:00+07:00";
  private static final int BATCH = 400;
  private static final int MOST_BATCHES = 200;

  @TempDir private Path folder;
  private Path disk;

  @BeforeEach
  void mount() throws IOException, InterruptedException {
    disk = Files.createDirectory(folder.resolve("disk"));
    assumeTrue(run("mount", "-t", "tmpfs", "-o", "size=3m", "tmpfs", disk), "mounting takes root");
  }

  @AfterEach
  void unmount() throws IOException, InterruptedException {
    run("umount", disk);
  }

  private static boolean run(Object... command) throws IOException, InterruptedException {
    List<String> words = new ArrayList<>();
    for (Object word : command) {
      words.add(word.toString());
    }
    try {
      Process process =
          new ProcessBuilder(words)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      return process.waitFor(20, TimeUnit.SECONDS) && process.exitValue() == 0;
    } catch (IOException _) {
      return false;
    }
  }

  @Test
  void shouldLoseNothingAcknowledgedWhenTheDiskIsFullAndGoOnWhenThereIsRoom()
      throws IOException, InterruptedException {
    ConfigFolder config = ConfigFolder.in(folder);
    Path data = disk.resolve("data");
    long acknowledged = 0;
    try (RunningEngine engine = RunningEngine.start(data, config, SettableClock.at(NOW))) {
      Phone phone = engine.phone("T01");
      Answer answer = phone.send(batch());
      for (int i = 0; i < MOST_BATCHES && answer.status() == 200; i++) {
        acknowledged += BATCH;
        answer = phone.send(batch());
      }
      assertThat(answer.problem()).isEqualTo("503 journal-unavailable");
      assertThat(answer.header("retry-after")).isNotBlank();
      Answer ready = engine.anybody().get("/health/ready");
      assertThat(ready.status()).isEqualTo(503);
      assertThat(ready.json().path("parts").path("journal").asString()).isEqualTo("failing");
      assertThat(checkIns(engine)).isEqualTo(acknowledged);

      assertThat(run("mount", "-o", "remount,size=64m", disk)).isTrue();
      assertThat(phone.send(batch()).outcomes()).containsOnly("accepted");
      acknowledged += BATCH;
      assertThat(engine.anybody().get("/health/ready").status()).isEqualTo(200);
    }
    try (RunningEngine again = RunningEngine.start(data, config, SettableClock.at(NOW))) {
      assertThat(checkIns(again)).isEqualTo(acknowledged);
      again.assertRecountEqual();
    }
  }

  @Test
  void shouldRefuseToStartWhereTheJournalCannotBeWritten()
      throws IOException, InterruptedException {
    ConfigFolder config = ConfigFolder.in(folder);
    Path data = disk.resolve("data");
    RunningEngine.start(data, config, SettableClock.at(NOW)).close();
    Path file = data.resolve("journal.db");
    assertThat(run("mount", "--bind", file, file)).isTrue();
    assertThat(run("mount", "-o", "remount,ro,bind", file)).isTrue();
    try {
      Settings settings = RunningEngine.settings(data, config.path(), SettableClock.at(NOW));
      StartRefused refused =
          catchThrowableOfType(
              StartRefused.class,
              () -> {
                try (Engine engine = Engine.start(settings, new ConfigErrors())) {
                  assertThat(engine).as("an engine that should not have started").isNull();
                }
              });
      assertThat(refused.reason()).isEqualTo(StartRefused.Reason.JOURNAL);
      assertThat(refused).hasMessageContaining(file.toString()).hasMessageContaining("read-only");
    } finally {
      assertThat(run("umount", file)).isTrue();
    }
  }

  private static long checkIns(RunningEngine engine) {
    engine.assertRecountEqual();
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> engine.leader().recount().path("equal").asBoolean());
    return engine.leader().recount().path("journal").path("checkIns").asLong();
  }

  private static Item[] batch() {
    Item[] items = new Item[BATCH];
    for (int i = 0; i < BATCH; i++) {
      items[i] = Item.at(NOW);
    }
    return items;
  }
}
