package vn.gocua.engine.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.f4b6a3.uuid.UuidCreator;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.gocua.engine.config.ReadingLimits;
import vn.gocua.engine.help.contact.RequestQuota;
import vn.gocua.engine.help.contact.Terms;
import vn.gocua.engine.journal.Event;
import vn.gocua.engine.journal.GroupCommit;
import vn.gocua.engine.journal.Journal;
import vn.gocua.engine.journal.sqlite.SqliteJournal;
import vn.gocua.engine.rights.RateLimiter;
import vn.gocua.engine.state.RememberedRepository;
import vn.gocua.engine.vault.AccessLog;
import vn.gocua.engine.vault.LeaderReading;
import vn.gocua.engine.vault.Vault;
import vn.gocua.engine.vault.sqlite.SqliteVaultStore;
import vn.gocua.protocol.learning.LearningReason;
import vn.gocua.protocol.learning.SeatReceipt;
import vn.gocua.protocol.refusal.Reason;
import vn.gocua.protocol.refusal.Refusal;
import vn.gocua.testkit.SettableClock;

/** Who gets a seat, what may be repeated, and what is left of a contact, on real files. */
@Tag("slow")
class LearningServiceTest {
  private static final Instant STARTS = Instant.parse("2025-08-25T12:30:00Z");
  private static final Duration RETENTION = Duration.ofDays(30);
  private static final Duration WAITING = Duration.ofDays(60);
  private static final String PHONE = "0912345678";
  private static final String NAME = "Người đến học";

  @TempDir private Path folder;
  private final SettableClock clock = SettableClock.at("2025-08-22T09:00:00+07:00");
  private Journal journal;
  private GroupCommit commit;
  private Vault vault;
  private LearningService service;
  private LearningJobs jobs;

  @BeforeEach
  void open() {
    journal = SqliteJournal.open(folder.resolve("journal.db"));
    commit = new GroupCommit(journal, 10_000, _ -> {});
    vault =
        Vault.open(
            SqliteVaultStore.open(folder.resolve("vault.db")),
            folder.resolve("vault.key"),
            clock.instant());
    LearnerContacts learners =
        new LearnerContacts(
            vault, new AccessLog("thu", journal, commit, ReadingLimits.NONE), clock);
    RateLimiter plenty = new RateLimiter(100_000, Duration.ofSeconds(1));
    RequestQuota limits = new RequestQuota(vault, plenty, plenty);
    RememberedRepository<LearningFact, ClassSession> sessions =
        new RememberedRepository<>(ClassSession.kind("thu"), journal, commit);
    sessions.load();
    service = new LearningService(sessions, vault, learners, limits);
    jobs = new LearningJobs(service, learners, vault, new Terms(WAITING, RETENTION), clock, clock);
  }

  @AfterEach
  void close() {
    commit.close();
    journal.close();
    vault.close();
  }

  private static String newId() {
    return UuidCreator.getTimeOrderedEpoch().toString();
  }

  private static Lesson lesson(int seats) {
    return new Lesson(
        "Nhận biết lừa đảo",
        "co-giao",
        "Nhà văn hóa thôn",
        STARTS,
        STARTS.plus(Duration.ofMinutes(90)),
        seats);
  }

  private String scheduled(int seats) {
    return service.schedule(newId(), lesson(seats), "leader", clock.instant()).id();
  }

  private LearningService.TakeSeat order(String session) {
    return new LearningService.TakeSeat(
        newId(), session, new Learner(NAME, PHONE), "2025-08", clock.instant());
  }

  private SeatReceipt enrol(LearningService.TakeSeat wanted) {
    return service.enrol(wanted, "", clock.instant());
  }

  private ClassSession cancelSeat(SeatReceipt slip) {
    return service.cancelSeat(slip.session(), slip.enrolment(), slip.secret(), clock.instant());
  }

  private static @Nullable Reason refusal(Runnable work) {
    try {
      work.run();
      return null;
    } catch (Refusal refused) {
      return refused.reason();
    }
  }

  private List<Event> events() {
    List<Event> events = new ArrayList<>();
    journal.readAll("", events::add);
    return events;
  }

  private int kept() {
    return vault.keptBefore(clock.instant().plus(Duration.ofDays(1))).size();
  }

  @RepeatedTest(5)
  void shouldGiveEachOfTheLastSeatsOnceHoweverManyComeAtOnce() {
    String session = scheduled(7);
    List<CompletableFuture<Object>> tries = new ArrayList<>();
    try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 30; i++) {
        LearningService.TakeSeat wanted = order(session);
        tries.add(
            CompletableFuture.supplyAsync(
                () -> {
                  try {
                    return enrol(wanted).seat();
                  } catch (Refusal refused) {
                    return refused.reason();
                  }
                },
                executor));
      }
    }
    List<Object> outcomes = tries.stream().map(CompletableFuture::join).toList();
    assertThat(outcomes.stream().filter(Integer.class::isInstance))
        .containsExactlyInAnyOrderElementsOf(IntStream.rangeClosed(1, 7).boxed().toList());
    assertThat(outcomes.stream().filter(LearningReason.CLASS_FULL::equals)).hasSize(23);
    assertThat(service.find(session).seatsLeft()).isZero();
    assertThat(service.find(session).seated().stream().map(Enrolment::code))
        .doesNotHaveDuplicates();
    assertThat(kept()).as("who came in vain is not kept").isEqualTo(7);
  }

  @Test
  void shouldGiveTheSameSlipForTheSameId() {
    LearningService.TakeSeat wanted = order(scheduled(3));
    SeatReceipt slip = enrol(wanted);
    assertThat(slip.code()).matches("LH-[0-9]{4}");
    assertThat(enrol(wanted)).isEqualTo(slip);
    close();
    open();
    assertThat(enrol(wanted)).isEqualTo(slip);
    assertThat(service.all()).hasSize(1);
    assertThat(service.all().getFirst().seatsLeft()).isEqualTo(2);
  }

  @Test
  void shouldGiveASeatThatCameBackToSomebodyElse() {
    String session = scheduled(2);
    LearningService.TakeSeat wanted = order(session);
    SeatReceipt first = enrol(wanted);
    SeatReceipt second = enrol(order(session));
    assertThat(refusal(() -> enrol(order(session)))).isEqualTo(LearningReason.CLASS_FULL);
    assertThat(
            refusal(() ->
                service.cancelSeat(session, first.enrolment(), second.secret(), clock.instant())))
        .isEqualTo(LearningReason.WRONG_SLIP);
    assertThat(cancelSeat(first).seatsLeft()).isEqualTo(1);
    assertThat(cancelSeat(first).seatsLeft()).isEqualTo(1);
    assertThat(kept()).as("erased at once").isEqualTo(1);
    assertThat(refusal(() -> enrol(wanted))).isEqualTo(LearningReason.SEAT_GIVEN_BACK);
    assertThat(enrol(order(session)).seat()).isEqualTo(1);
  }

  @Test
  void shouldTakeNobodyForAClassThatIsCancelledOrHasBegun() {
    String cancelled = scheduled(5);
    service.cancel(cancelled, "leader", clock.instant());
    service.cancel(cancelled, "leader", clock.instant());
    assertThat(refusal(() -> enrol(order(cancelled)))).isEqualTo(LearningReason.CLASS_CANCELLED);
    String begun = scheduled(5);
    clock.advance(Duration.between(clock.instant(), STARTS));
    assertThat(refusal(() -> enrol(order(begun)))).isEqualTo(LearningReason.CLASS_BEGUN);
    assertThat(refusal(() -> enrol(order(newId())))).isEqualTo(LearningReason.UNKNOWN_CLASS);
    assertThat(kept()).isZero();
    assertThat(events().stream().map(Event::type).filter("class-cancelled/1"::equals)).hasSize(1);
  }

  @Test
  void shouldChangeAClassButNeverBelowTheSeatsTaken() {
    String session = scheduled(3);
    enrol(order(session));
    enrol(order(session));
    assertThat(refusal(() -> service.change(session, _ -> lesson(1), "leader", clock.instant())))
        .isEqualTo(LearningReason.SEATS_TAKEN);
    ClassSession after = service.change(session, _ -> lesson(2), "leader", clock.instant());
    assertThat(after.seatsLeft()).isZero();
    assertThat(service.change(session, _ -> lesson(2), "leader", clock.instant())).isEqualTo(after);
    assertThat(service.schedule(session, lesson(2), "leader", clock.instant())).isEqualTo(after);
    assertThat(refusal(() -> service.schedule(session, lesson(9), "leader", clock.instant())))
        .isEqualTo(LearningReason.CLASS_DIFFERS);
  }

  @Test
  void shouldHavePersonalDataInTheVaultOnlyAndRecordTheReading() {
    String session = scheduled(3);
    SeatReceipt slip = enrol(order(session));
    Map<String, Learner> list =
        service.list(service.find(session), new LeaderReading("leader", clock.instant()));
    assertThat(list).containsExactly(Map.entry(slip.enrolment(), new Learner(NAME, PHONE)));
    assertThat(events().toString())
        .contains("personal-data-read/1", "class/" + session)
        .doesNotContain(NAME, PHONE, slip.secret());
    assertThat(new Learner(NAME, PHONE).toString()).doesNotContain(PHONE);
  }

  @Test
  void shouldEraseOnDemandAndWhenTheTimeIsUp() {
    String session = scheduled(3);
    SeatReceipt first = enrol(order(session));
    LearningService.TakeSeat other =
        new LearningService.TakeSeat(
            newId(), session, new Learner(NAME, "0987654321"), "2025-08", clock.instant());
    enrol(other);
    assertThat(jobs.eraseByPhone(PHONE, "leader", clock.instant())).containsExactly(first.code());
    assertThat(jobs.eraseByPhone(PHONE, "leader", clock.instant())).isEmpty();
    assertThat(kept()).isEqualTo(1);
    assertThat(service.find(session).seatsLeft()).as("the seats stay taken").isEqualTo(1);
    clock.advance(RETENTION.plusDays(3));
    jobs.eraseOver();
    assertThat(kept()).isEqualTo(1);
    clock.advance(Duration.ofDays(1));
    jobs.eraseOver();
    jobs.eraseOver();
    assertThat(kept()).isZero();
    assertThat(service.list(service.find(session), new LeaderReading("leader", clock.instant())))
        .isEmpty();
  }

  @Test
  void shouldEraseWhoWaitsForAClassThatNeverComes() {
    String session = scheduled(3);
    enrol(order(session));
    for (int month = 1; month <= 4; month++) {
      Duration later = Duration.ofDays(30L * month);
      service.change(
          session,
          lesson ->
              new Lesson(
                  lesson.title(),
                  lesson.hamlet(),
                  lesson.place(),
                  STARTS.plus(later),
                  STARTS.plus(later).plusSeconds(3600),
                  lesson.seats()),
          "leader",
          clock.instant());
      assertThat(kept()).isEqualTo(1);
      clock.advance(Duration.ofDays(22));
      jobs.eraseOver();
    }
    assertThat(kept()).as("after 88 days").isEqualTo(1);
    clock.advance(Duration.ofDays(3));
    jobs.eraseOver();
    assertThat(kept()).isZero();
    assertThat(service.find(session).seatsLeft()).as("the seat stays taken").isEqualTo(2);
  }

  @Test
  void shouldSweepOnlyItsOwnOrphans() {
    SeatReceipt slip = enrol(order(scheduled(3)));
    String orphan = "learner/" + "0".repeat(64);
    vault.keep(orphan, new byte[] {1}, clock.instant());
    vault.keep("0".repeat(64), new byte[] {1}, clock.instant());
    clock.advance(Duration.ofHours(2));
    jobs.eraseOrphans();
    assertThat(vault.keptBefore(clock.instant()))
        .doesNotContain(orphan)
        .contains("0".repeat(64), held(slip).contact());
  }

  private Enrolment held(SeatReceipt slip) {
    return java.util.Objects.requireNonNull(
        service.find(slip.session()).enrolments().get(slip.enrolment()));
  }

  @Test
  void shouldMakeNoLessonThatCannotBe() {
    assertThatThrownBy(() -> new Lesson("a", null, "b", STARTS, STARTS, 1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> lesson(0)).isInstanceOf(IllegalArgumentException.class);
  }
}
