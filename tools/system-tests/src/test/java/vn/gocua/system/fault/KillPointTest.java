package vn.gocua.system.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import vn.gocua.protocol.board.BoardEndpoints;
import vn.gocua.protocol.checkin.CheckInEndpoints;
import vn.gocua.protocol.checkin.VerdictList;
import vn.gocua.protocol.checkin.VoidOrder;
import vn.gocua.protocol.client.Caller;
import vn.gocua.protocol.client.EngineApi;
import vn.gocua.protocol.client.Json;
import vn.gocua.protocol.client.Query;
import vn.gocua.system.chaos.check.Checker;
import vn.gocua.system.chaos.check.ClientLog;
import vn.gocua.system.chaos.check.Entry;
import vn.gocua.system.chaos.check.History;
import vn.gocua.system.chaos.check.History.Seen;
import vn.gocua.testkit.EngineProcess;
import vn.gocua.testkit.EngineProcess.Launch;
import vn.gocua.testkit.SampleCampaign;
import vn.gocua.testkit.page.Leader;

/**
 * Kills the engine at the three moments that matter: before its commit, between commit and answer,
 * and between answer and apply. Each time with check-ins, a correction and a void under way.
 */
@Tag("slow")
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class KillPointTest {
  private static final String TEAM = "T07";

  @TempDir private Path folder;

  private final ClientLog log = new ClientLog();
  private final Entry mistaken = entry(null);
  private final Entry doubled = entry(null);
  private Launch launch;
  private String token = "";

  @BeforeEach
  void prepare() throws Exception {
    LocalDate startDate = LocalDate.now(SampleCampaign.ZONE).minusDays(9);
    launch =
        Launch.of(
            folder.resolve("data"),
            SampleCampaign.write(folder.resolve("config"), startDate),
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC");
  }

  /** At the first start: a phone, and two check-ins to correct and to void. */
  private void begin(EngineApi api) {
    launch = launch.again();
    token = Leader.signIn(api).enrol(TEAM);
    assertThat(submit(api, Instant.now(), mistaken, doubled))
        .containsExactly("accepted", "accepted");
  }

  @Test
  void shouldTakeARetryAsNewWhenKilledBeforeTheCommit() throws Exception {
    Moment moment =
        debugger -> debugger.haltOnEntering("org.sqlite.jdbc3.JDBC3Connection", "commit");
    retryAll(killed(moment, false), "accepted", "the transaction that was open is gone");
  }

  @Test
  void shouldKnowARetryWhenKilledBetweenCommitAndAnswer() throws Exception {
    Moment moment =
        debugger ->
            debugger.haltOnLeaving("vn.gocua.engine.journal.sqlite.SqliteJournal", "append");
    retryAll(killed(moment, false), "duplicate", "the journal has it though nobody was told");
  }

  @Test
  void shouldCountWhatItHadOnlyAnsweredWhenKilledBeforeTheApply() throws Exception {
    Moment moment =
        debugger -> debugger.haltOnEntering("vn.gocua.engine.live.HazelcastLiveView", "apply");
    retryAll(killed(moment, true), "duplicate", "the journal has what was acknowledged");
  }

  /** Where the engine is to be killed. */
  private interface Moment {
    void arm(Debugger debugger);
  }

  /** What was under way when the engine was killed. */
  private record UnderWay(List<Entry> checkIns, Entry correction, String voided) {}

  /**
   * Has the engine killed three times, with another kind of work under way each time.
   *
   * @param answered whether the answer is out before that
   */
  private UnderWay killed(Moment moment, boolean answered) throws Exception {
    UnderWay work =
        new UnderWay(
            List.of(entry(null), entry(null), entry(null)), entry(mistaken.id()), doubled.id());
    Entry[] checkIns = work.checkIns().toArray(Entry[]::new);
    killDuring(api -> submit(api, Instant.now(), checkIns), moment, 0, answered);
    // Its claim is appended first; the correction itself with the void is the second.
    killDuring(api -> submit(api, Instant.now(), work.correction()), moment, 1, answered);
    killDuring(api -> voidCheckIn(api, work.voided()), moment, 0, answered);
    return work;
  }

  private interface Request {
    Object send(EngineApi api);
  }

  private void killDuring(Request request, Moment moment, int after, boolean answered)
      throws Exception {
    try (Debugger debugger = Debugger.listen();
        EngineProcess engine = EngineProcess.start(launch.with(debugger.flag()));
        EngineApi api = EngineProcess.api(launch.address())) {
      debugger.attach();
      engine.awaitReady();
      if (token.isEmpty()) {
        begin(api);
      }
      var _ = api.call(Caller.with(token), CheckInEndpoints.LATEST, Query.of("limit", 1));
      debugger.letPass(after);
      moment.arm(debugger);
      CompletableFuture<Object> answer =
          CompletableFuture.supplyAsync(
              () -> request.send(api), task -> Thread.ofPlatform().daemon().start(task));
      debugger.awaitHalted();
      if (answered) {
        answer.get(20, TimeUnit.SECONDS);
      }
      assertThat(answer.isDone()).isEqualTo(answered);
      engine.kill();
      if (!answered) {
        assertThatThrownBy(() -> answer.get(20, TimeUnit.SECONDS))
            .hasRootCauseInstanceOf(IOException.class);
      }
    }
  }

  /**
   * Sends everything again from a phone whose clock has gone wrong by a day since: whatever is
   * there already has to stay on its day.
   */
  private void retryAll(UnderWay work, String expected, String because) throws Exception {
    try (EngineProcess engine = EngineProcess.start(launch);
        EngineApi api = EngineProcess.api(launch.address())) {
      engine.awaitReady();
      boolean isThere = expected.equals("duplicate");
      assertThat(boardCheckIns(api)).as(because).isEqualTo(isThere ? 4 : 2);
      Instant sentAt = isThere ? Instant.now().minus(1, ChronoUnit.DAYS) : Instant.now();
      Entry[] checkIns = work.checkIns().toArray(Entry[]::new);
      assertThat(submit(api, sentAt, checkIns)).as(because).containsOnly(expected);
      assertThat(submit(api, sentAt, work.correction())).as(because).containsOnly(expected);
      voidCheckIn(api, work.voided());
      Leader leader = Leader.signIn(api);
      Seen seen = new Seen("the engine", leader.recount(), leader.board());
      History history = log.history(JournalFile.checkIns(launch.journal()), List.of(seen));
      assertThat(Checker.violations(history)).isEmpty();
      assertThat(boardCheckIns(api)).isEqualTo(4);
    }
  }

  private static long boardCheckIns(EngineApi api) {
    return api.call(Caller.ANYBODY, BoardEndpoints.BOARD).totals().checkIns();
  }

  /** Something of yesterday, entered by a phone that says nothing of its clock. */
  private static Entry entry(@Nullable String replaces) {
    return new Entry(
        UUID.randomUUID().toString(),
        TEAM,
        Instant.now().minus(1, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS),
        0,
        "apps",
        2,
        List.of("elderly"),
        replaces);
  }

  private List<String> submit(EngineApi api, Instant sentAt, Entry... entries) {
    List.of(entries).forEach(log::sending);
    var items = List.of(entries).stream().map(Entry::json).toList();
    items.forEach(item -> item.remove("clockOffset"));
    byte[] body = Json.write(Map.of("sentAt", sentAt, "checkIns", items));
    List<String> outcomes =
        api.sendAsIs(Caller.with(token), CheckInEndpoints.SUBMIT, body).results().stream()
            .map(VerdictList.Result::outcome)
            .toList();
    for (int i = 0; i < entries.length; i++) {
      log.answered(entries[i], outcomes.get(i));
    }
    return outcomes;
  }

  private boolean voidCheckIn(EngineApi api, String id) {
    log.askingVoid(id);
    var _ = api.send(Caller.with(token), CheckInEndpoints.VOID, new VoidOrder("double"), id);
    log.voided(id);
    return true;
  }
}
