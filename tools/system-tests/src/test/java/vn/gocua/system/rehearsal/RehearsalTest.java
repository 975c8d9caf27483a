package vn.gocua.system.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import vn.gocua.base.settings.ConfigErrors;
import vn.gocua.base.text.Texts;
import vn.gocua.engine.campaign.CampaignFile;
import vn.gocua.protocol.checkin.CheckInEndpoints;
import vn.gocua.protocol.checkin.VerdictList;
import vn.gocua.protocol.client.Caller;
import vn.gocua.rehearsal.PagesReport;
import vn.gocua.rehearsal.Rehearsal;
import vn.gocua.rehearsal.RehearseCommand;
import vn.gocua.rehearsal.Report;
import vn.gocua.rehearsal.client.CampaignView;
import vn.gocua.rehearsal.counts.ExpectedCounts;
import vn.gocua.rehearsal.plan.CampaignFacts;
import vn.gocua.rehearsal.plan.RehearsalClock;
import vn.gocua.testkit.Checkout;
import vn.gocua.testkit.EngineProcess;
import vn.gocua.testkit.EngineProcess.Launch;
import vn.gocua.testkit.page.Leader;

@Tag("slow")
class RehearsalTest {
  private static final String PASSWORD = EngineProcess.PASSWORD;
  private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

  /** A day in four seconds. */
  private static final double SPEED = 21_600;

  @TempDir private Path folder;

  @Test
  void shouldFindEveryCheckInOnceThoughTheEngineIsKilledInTheMiddle() throws Exception {
    prepare(2, 12);
    RehearsalClock clock = clock();
    try (EngineProcess engine = rehearsing(clock)) {
      StringWriter told = new StringWriter();
      Report report = new Report(Texts.of("rehearsal"), new PrintWriter(told));
      var rehearsal =
          new Rehearsal(
              engine.api(),
              clock,
              InstantSource.system(),
              new AtNight(report, engine::killAndStart));

      Rehearsal.Verdict verdict = rehearsal.run(PASSWORD, 4);

      report.verdict(verdict);
      assertThat(verdict.holds()).as(told.toString()).isTrue();
      assertThat(verdict.counts().progress().checkIns()).isGreaterThan(100);
      assertThat(verdict.counts().progress().lost()).isPositive();
      assertThat(verdict.recount().journal().checkIns())
          .isEqualTo(verdict.counts().progress().checkIns());
      assertThat(told.toString()).contains("Ngày 2/2", "KHỚP");
      assertThatThrownBy(() -> rehearsal.run(PASSWORD, 5)).hasMessage("not-empty");
    }
  }

  @Test
  void shouldNoticeACheckInThatNoneOfItsPhonesHasSent() throws Exception {
    prepare(1, 2);
    RehearsalClock clock = clock();
    try (EngineProcess engine = rehearsing(clock)) {
      StringWriter told = new StringWriter();
      Report report = new Report(Texts.of("rehearsal"), new PrintWriter(told));
      var rehearsal =
          new Rehearsal(
              engine.api(),
              clock,
              InstantSource.system(),
              new AtNight(report, () -> checkIn(engine)));

      Rehearsal.Verdict verdict = rehearsal.run(PASSWORD, 4);

      report.verdict(verdict);
      assertThat(verdict.holds()).isFalse();
      assertThat(verdict.recount().equal()).isTrue();
      assertThat(told.toString()).contains("LỆCH", "lượt Tổ 02: điện thoại");
    }
  }

  /** One check-in of team T02 by a stranger's phone. */
  private static void checkIn(EngineProcess engine) {
    Caller phone = Caller.with(Leader.signIn(engine).enrol("T02"));
    String at = LocalDate.now(ZONE).atTime(9, 0).atZone(ZONE).toOffsetDateTime().toString();
    String upload =
        """
        {"checkIns":[{"id":"%s","occurredAt":"%s","activity":"apps","residents":1,"clockOffset":0}]}\
        """
            .formatted(UUID.randomUUID(), at);
    assertThat(engine.api().sendAsIs(phone, CheckInEndpoints.SUBMIT, upload).results())
        .extracting(VerdictList.Result::outcome)
        .containsExactly("accepted");
  }

  @Test
  void shouldSendNothingToARealCampaign() throws Exception {
    prepare(2, 3);
    try (EngineProcess engine = started(Map.of())) {
      Report report = new Report(Texts.of("rehearsal"), new PrintWriter(new StringWriter()));
      var rehearsal = new Rehearsal(engine.api(), clock(), InstantSource.system(), report);

      assertThatThrownBy(() -> rehearsal.run(PASSWORD, 1)).hasMessage("not-a-rehearsal");
    }
  }

  @Test
  void shouldLayOutAFolderWithNothingOfTheRealDeployment() throws IOException {
    Path real = Files.createDirectory(folder.resolve("real"));
    for (String name : List.of("campaign.yaml", "teams.yaml")) {
      Files.copy(Checkout.config().resolve(name), real.resolve(name));
    }
    Files.writeString(real.resolve("engine.yaml"), "journal: mongodb://real\n");

    assertThat(prepare(real, folder, 6, 36)).isZero();
    assertThat(folder.resolve("config"))
        .isDirectoryNotContaining("glob:**/engine.yaml")
        .isDirectoryContaining("glob:**/campaign.yaml")
        .isDirectoryContaining("glob:**/teams.yaml");
    assertThat(folder.resolve("leader-password")).content().hasSize(24);
  }

  @ParameterizedTest
  @CsvSource({"0, 36", "9999, 36", "6, 0", "6, 99999"})
  void shouldNotLayOutARehearsalThatNoEngineWouldTake(int days, int teams) {
    Path rehearsal = folder.resolve("rehearsal");
    assertThat(prepare(Checkout.config(), rehearsal, days, teams)).isEqualTo(2);
    assertThat(rehearsal).doesNotExist();
  }

  @Test
  void shouldTakeWhatARehearsalOfTwoHundredTeamsLaysOut() {
    prepare(6, 200);
    ConfigErrors errors = new ConfigErrors();
    var plan = CampaignFile.read(folder.resolve("config"), errors);
    errors.throwIfAny();
    assertThat(plan.teams()).hasSize(200).allMatch(team -> !team.hamlets().isEmpty());
  }

  /** Does something when the first day is over. */
  private record AtNight(Rehearsal.Listener told, Deed deed) implements Rehearsal.Listener {
    interface Deed {
      void run() throws IOException, InterruptedException;
    }

    @Override
    public void enrolled(CampaignView campaign, int phones) {
      told.enrolled(campaign, phones);
    }

    @Override
    public void pagesReported(PagesReport report) {
      told.pagesReported(report);
    }

    @Override
    public void dayOver(
        CampaignFacts facts, int day, ExpectedCounts.Progress progress, int waiting) {
      told.dayOver(facts, day, progress, waiting);
      try {
        if (day == 1) {
          deed.run();
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  private EngineProcess rehearsing(RehearsalClock clock) {
    return started(Map.of("GOCUA_CLOCK", clock.toString()));
  }

  private EngineProcess started(Map<String, String> settings) {
    EngineProcess engine =
        EngineProcess.start(
            Launch.of(folder.resolve("data"), folder.resolve("config")).with(settings));
    engine.awaitReady();
    return engine;
  }

  /** Five in the morning of today, some seconds from now. */
  private static RehearsalClock clock() {
    LocalDate today = LocalDate.ofInstant(Instant.now(), ZONE);
    return new RehearsalClock(
        Instant.now().plusSeconds(8), today.atTime(5, 0).atZone(ZONE).toInstant(), SPEED);
  }

  private void prepare(int days, int teams) {
    assertThat(prepare(Checkout.config(), folder, days, teams)).isZero();
  }

  private static int prepare(Path from, Path to, int days, int teams) {
    return new CommandLine(new RehearseCommand())
        .execute("prepare", "--from=" + from, "--to=" + to, "--days=" + days, "--teams=" + teams);
  }
}
