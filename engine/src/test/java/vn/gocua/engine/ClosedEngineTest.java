package vn.gocua.engine;

import java.io.IOException;
import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.gocua.engine.support.Item;
import vn.gocua.engine.support.RunningEngine;
import vn.gocua.testkit.SettableClock;

/** An engine that was closed leaves nothing behind in its process. */
class ClosedEngineTest {
  private static final String NOW = "2025-08-22T09:30:00+07:00";
  private static final int ENGINES = 3;

  @TempDir private Path folder;

  @Test
  void shouldBeForgottenByEverybody() throws IOException {
    List<WeakReference<Engine>> closed = new ArrayList<>();
    for (int i = 0; i < ENGINES; i++) {
      closed.add(opened(Files.createDirectory(folder.resolve("engine-" + i))));
    }
    // A thread that lives on may remember the latest engine it worked for.
    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> {
          System.gc();
          return closed.stream().filter(engine -> engine.get() != null).count() <= 1;
        });
  }

  private static WeakReference<Engine> opened(Path where) {
    try (RunningEngine engine = RunningEngine.start(where, SettableClock.at(NOW))) {
      engine.phone("T01").send(Item.at(NOW));
      return new WeakReference<>(engine.engine());
    }
  }
}
