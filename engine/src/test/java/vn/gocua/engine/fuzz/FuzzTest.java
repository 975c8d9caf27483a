package vn.gocua.engine.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import vn.gocua.engine.support.ApiDocument;
import vn.gocua.engine.support.RunningEngine;
import vn.gocua.testkit.SettableClock;

/**
 * Whatever is sent, the engine answers as it says it does, lives on and counts right. A thousand
 * requests by default, four with what is tagged {@code all}; {@code -Dgocua.fuzz.requests=200000}
 * sends more, {@code -Dgocua.fuzz.seed=…} others.
 */
@Tag("slow")
class FuzzTest {
  private static final int REQUESTS = Integer.getInteger("gocua.fuzz.requests", 4_000);
  private static final long SEED = Long.getLong("gocua.fuzz.seed", 12);
  private static final int HANDS = Integer.getInteger("gocua.fuzz.hands", 2);

  /** Hears what is logged together with a stack trace. */
  private static final class Traces extends AppenderBase<ILoggingEvent> {
    private final Queue<String> heard = new ConcurrentLinkedQueue<>();

    @Override
    protected void append(ILoggingEvent event) {
      if (event.getThrowableProxy() != null && heard.size() < 20) {
        heard.add(
            event
                + " "
                + event.getThrowableProxy().getClassName()
                + ": "
                + event.getThrowableProxy().getMessage()
                + " at "
                + event.getThrowableProxy().getStackTraceElementProxyArray()[0]);
      }
    }
  }

  @Test
  void shouldAnswerWhateverIsSentAsDescribed(@TempDir Path folder) throws Exception {
    assertAnswers(folder, Math.min(REQUESTS, 1_000));
  }

  @Tag("all")
  @Test
  void shouldAnswerWhateverIsSentAsDescribedForLong(@TempDir Path folder) throws Exception {
    assertAnswers(folder, REQUESTS);
  }

  private static void assertAnswers(Path folder, int requests) throws Exception {
    Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    Traces traces = new Traces();
    traces.setContext(root.getLoggerContext());
    try (RunningEngine engine =
        RunningEngine.start(folder, SettableClock.at("2025-08-22T09:30:00+07:00"))) {
      ApiDocument document =
          new ApiDocument(engine.anybody().get("/api/v1/openapi.yaml").expect(200).body());
      FuzzRun run = new FuzzRun(engine, document, SEED);
      traces.start();
      root.addAppender(traces);
      long start = System.nanoTime();
      run.send(requests, HANDS);
      System.out.printf(
          "fuzz: %d requests in %d s, seed %d: %s; slowest, ms: %s%n",
          requests,
          (System.nanoTime() - start) / 1_000_000_000,
          SEED,
          run.statuses(),
          run.slowest());
      traces.heard.forEach(trace -> run.findings().put("in the log: " + trace, ""));
      Files.write(
          Path.of("target", "fuzz-findings.txt"),
          run.findings().entrySet().stream().map(each -> each + "\n").toList());
      assertThat(run.findings().keySet())
          .as("seed " + SEED + ", more in target/fuzz-findings.txt")
          .isEmpty();
      assertThat(run.answered(200)).isGreaterThan(requests / 20);
      engine.anybody().get("/health/live").expect(200);
      engine.anybody().get("/health/ready").expect(200);
      engine.assertRecountEqual();
    } finally {
      root.detachAppender(traces);
    }
  }
}
