package vn.gocua.system.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import vn.gocua.protocol.client.EngineApi;
import vn.gocua.system.chaos.check.Checker;
import vn.gocua.system.chaos.check.ClientLog;
import vn.gocua.system.chaos.check.History;
import vn.gocua.system.chaos.check.History.Seen;
import vn.gocua.system.chaos.load.Connection;
import vn.gocua.system.chaos.load.LoadPhone;
import vn.gocua.testkit.EngineProcess;
import vn.gocua.testkit.EngineProcess.Launch;
import vn.gocua.testkit.SampleCampaign;
import vn.gocua.testkit.page.Leader;

/** Kills a working engine with SIGKILL, again and again, and holds what is left to its promises. */
@Tag("slow")
class KilledEngineTest {
  private static final int PHONES = 6;
  private static final int TEAMS = 5;

  @TempDir private Path folder;

  private final long seed = new Random().nextLong();
  private final Random random = new Random(seed);
  private final ClientLog log = new ClientLog();
  private final Outage outage = new Outage();

  @Test
  @Timeout(value = 10, unit = TimeUnit.MINUTES)
  void shouldCountWhatItAcknowledgedExactlyOnceThroughFiveKills() throws Exception {
    assertCountsOnceThrough(5);
  }

  @Tag("all")
  @Test
  @Timeout(value = 10, unit = TimeUnit.MINUTES)
  void shouldCountWhatItAcknowledgedExactlyOnceThroughTwentyKills() throws Exception {
    assertCountsOnceThrough(20);
  }

  private void assertCountsOnceThrough(int kills) throws Exception {
    Launch first = launch();
    List<Thread> phones;
    Duration usualStart;
    try (EngineProcess engine = EngineProcess.start(first)) {
      usualStart = engine.awaitReady();
      phones = enrol(first);
      killWhileWorking(engine, phones);
    }
    Launch again = first.again();
    for (int round = 1; round < kills; round++) {
      if (round % 5 == 4) {
        killWhileStarting(again, usualStart);
      }
      killWhileWorking(again, phones);
    }
    outage.finish();
    try (EngineProcess engine = EngineProcess.start(again);
        EngineApi api = EngineProcess.api(again.address())) {
      engine.awaitReady();
      outage.engineIsBack();
      for (Thread phone : phones) {
        phone.join();
      }
      Leader leader = Leader.signIn(api);
      Seen seen = new Seen("the engine", leader.recount(), leader.board());
      History history = log.history(JournalFile.checkIns(again.journal()), List.of(seen));
      assertThat(Checker.violations(history)).as("seed %d", seed).isEmpty();
    }
    assertThat(log.unknown()).as("requests cut off by a kill").isGreaterThanOrEqualTo(kills);
    assertThat(log.resentAndThere()).as("journaled, but the answer was cut off").isPositive();
  }

  private Launch launch() throws Exception {
    LocalDate startDate = LocalDate.now(SampleCampaign.ZONE).minusDays(9);
    return Launch.of(
        folder.resolve("data"),
        SampleCampaign.write(folder.resolve("config"), startDate),
        "-XX:TieredStopAtLevel=1",
        "-XX:+UseSerialGC",
        "-Xmx256m");
  }

  private List<Thread> enrol(Launch launch) throws Exception {
    List<Thread> phones = new ArrayList<>();
    try (EngineApi api = EngineProcess.api(launch.address())) {
      Leader leader = Leader.signIn(api);
      for (int i = 0; i < PHONES; i++) {
        String team = SampleCampaign.team(i % TEAMS);
        LoadPhone phone =
            new LoadPhone(
                Connection.to(EngineProcess.api(launch.address())),
                outage,
                leader.enrol(team),
                team,
                random.nextLong(),
                log);
        phones.add(Thread.ofPlatform().name("phone-" + i).daemon().unstarted(phone));
      }
    }
    return phones;
  }

  /** Kills it before it is ready, at a moment of its own each time. */
  private void killWhileStarting(Launch launch, Duration usualStart) throws InterruptedException {
    try (EngineProcess engine = EngineProcess.start(launch)) {
      Duration moment = Duration.ofMillis(random.nextLong(usualStart.toMillis()));
      assertThat(engine.program().endsWithin(moment))
          .as("ended by itself: %s", engine.output())
          .isFalse();
      engine.kill();
    }
  }

  /** Kills it in the midst of everything, after it has answered a few requests more. */
  private void killWhileWorking(Launch launch, List<Thread> phones) throws Exception {
    try (EngineProcess engine = EngineProcess.start(launch)) {
      engine.awaitReady();
      killWhileWorking(engine, phones);
    }
  }

  private void killWhileWorking(EngineProcess engine, List<Thread> phones) throws Exception {
    outage.engineIsBack();
    phones.stream().filter(phone -> phone.getState() == Thread.State.NEW).forEach(Thread::start);
    log.awaitAnswers(1 + random.nextInt(60), 60);
    engine.kill();
  }
}
