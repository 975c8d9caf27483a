package vn.gocua.system.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import vn.gocua.protocol.checkin.CheckInEndpoints;
import vn.gocua.protocol.checkin.VerdictList;
import vn.gocua.protocol.client.Caller;
import vn.gocua.protocol.client.Json;
import vn.gocua.system.fault.Crowd.Viewer;
import vn.gocua.testkit.EngineProcess;
import vn.gocua.testkit.EngineProcess.Launch;
import vn.gocua.testkit.SampleCampaign;
import vn.gocua.testkit.page.Leader;

/** Viewers in masses, and viewers that do not read, beside phones that work: on a small heap. */
@Tag("slow")
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class ManyViewersTest {
  private static final int IDLE = 2000;
  private static final int MUTE = 20;

  /** More than the buffers between engine and viewer can hold. */
  private static final int UPDATES = 120;

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @TempDir private Path folder;

  private final List<String> tokens = new ArrayList<>();
  private EngineProcess engine;

  @BeforeEach
  void startOnASmallHeap() throws Exception {
    engine =
        EngineProcess.start(
            Launch.of(
                folder.resolve("data"),
                SampleCampaign.write(
                    folder.resolve("config"), LocalDate.now(SampleCampaign.ZONE).minusDays(1)),
                "-Xmx128m"));
    engine.awaitReady();
    Leader leader = Leader.signIn(engine);
    for (int i = 0; i < SampleCampaign.TEAMS; i++) {
      tokens.add(leader.enrol(SampleCampaign.team(i)));
    }
  }

  @AfterEach
  void stop() {
    engine.close();
  }

  @Tag("all")
  @Test
  void shouldTellTwoThousandIdleViewersOfEveryChange() throws Exception {
    try (Crowd crowd = new Crowd(engine.launch().address())) {
      crowd.join(IDLE);
      awaitAllAt(crowd, 0);
      for (int n = 1; n <= 10; n++) {
        checkIn(n % tokens.size());
        awaitAllAt(crowd, n);
      }
      crowd.leave(IDLE / 2);
      checkIn(0);
      awaitAllAt(crowd, 11);
      assertThat(crowd.viewers()).hasSize(IDLE / 2).noneMatch(Viewer::ended);
      assertThat(engine.output()).doesNotContain("OutOfMemory");
    }
  }

  @Test
  void shouldConflateForViewersThatDoNotRead() throws Exception {
    try (Crowd crowd = new Crowd(engine.launch().address())) {
      crowd.join(1);
      List<Viewer> mute = new ArrayList<>();
      for (int i = 0; i < MUTE; i++) {
        mute.add(crowd.joinMute());
      }
      Viewer reading = crowd.viewers().getFirst();
      int checkIns = 0;
      while (reading.messages() < UPDATES) {
        for (int team = 0; team < tokens.size(); team++) {
          checkIn(team);
          checkIns++;
        }
      }
      awaitAllAt(crowd, checkIns);
      for (Viewer viewer : mute) {
        crowd.listen(viewer);
      }
      awaitAllAt(crowd, checkIns);
      assertThat(mute)
          .noneMatch(Viewer::ended)
          .extracting(Viewer::messages)
          .allMatch(messages -> messages < UPDATES * 3 / 4);
      assertThat(engine.output()).doesNotContain("OutOfMemory");
    }
  }

  private static void awaitAllAt(Crowd crowd, long version) {
    await()
        .atMost(PATIENCE)
        .untilAsserted(() ->
            assertThat(crowd.viewers())
                .extracting(Viewer::version)
                .allMatch(seen -> seen == version));
  }

  private void checkIn(int team) {
    Map<String, Object> item =
        Map.of(
            "id",
            UUID.randomUUID().toString(),
            "occurredAt",
            Instant.now().toString(),
            "activity",
            "apps",
            "residents",
            1);
    VerdictList verdicts =
        engine
            .api()
            .sendAsIs(
                Caller.with(tokens.get(team)),
                CheckInEndpoints.SUBMIT,
                Json.write(Map.of("checkIns", List.of(item))));
    assertThat(verdicts.results().getFirst().outcome()).isEqualTo("accepted");
  }
}
