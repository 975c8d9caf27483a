package vn.gocua.engine.checkin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.f4b6a3.uuid.UuidCreator;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.gocua.engine.campaign.Campaign;
import vn.gocua.engine.checkin.event.CheckIn;
import vn.gocua.engine.checkin.event.CheckInEvents;
import vn.gocua.engine.checkin.event.Tally;
import vn.gocua.engine.checkin.event.TallyKey;
import vn.gocua.engine.journal.GroupCommit;
import vn.gocua.engine.journal.JournalUnavailable;
import vn.gocua.engine.journal.sqlite.SqliteJournal;
import vn.gocua.engine.support.Campaigns;

/** A correction that is cut off at any of its writes counts once, after it was sent again. */
@Tag("slow")
class CorrectionFaultTest {
  private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
  private static final Campaign CAMPAIGN = Campaigns.of(LocalDate.of(2025, 8, 11), 45, ZONE, 2);
  private static final Instant NOW = Instant.parse("2025-08-22T02:30:00Z");

  @TempDir private Path folder;
  private CutJournal journal;
  private GroupCommit commit;
  private ExecutorService blocking;
  private CheckInService service;
  private String original;

  @BeforeEach
  void open() {
    journal = new CutJournal(SqliteJournal.open(folder.resolve("journal.db")));
    commit = new GroupCommit(journal, 10_000, _ -> {});
    blocking = Executors.newVirtualThreadPerTaskExecutor();
    VoidService voids = new VoidService(CAMPAIGN, journal, commit);
    service = new CheckInService(CAMPAIGN, journal, commit, voids, blocking);
    original = newId();
    assertThat(send(NOW, item(original, 2, null))).containsExactly("accepted");
  }

  @AfterEach
  void close() {
    blocking.close();
    commit.close();
    journal.close();
  }

  private static String newId() {
    return UuidCreator.getTimeOrderedEpoch().toString();
  }

  private static BatchItem item(String id, int residents, @Nullable String replaces) {
    CheckIn checkIn =
        new CheckIn(
            "T01", NOW, "public-services", residents, List.of(), null, null, null, replaces);
    return new BatchItem.Entered(id, checkIn, null);
  }

  private List<String> send(Instant at, BatchItem... items) {
    Submission submission = Submission.ofPhone("T01", "phone", at, null);
    return GroupCommit.join(service.submit(submission, List.of(items))).stream()
        .map(verdict -> verdict.outcome().code())
        .toList();
  }

  private Tally counted() {
    Tally[] tally = {Tally.EMPTY};
    journal.readAll(
        TallyKey.prefix(CAMPAIGN.id()),
        event -> tally[0] = tally[0].evolve(CheckInEvents.fact(event)));
    return tally[0];
  }

  private void assertCounts(int residents) {
    assertThat(counted().checkIns()).isEqualTo(1);
    assertThat(counted().residents()).isEqualTo(residents);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2})
  void shouldCountOnceWhereverItIsCutOff(int stored) {
    BatchItem correction = item(newId(), 5, original);
    journal.cutAfter(stored);
    assertThatThrownBy(() -> send(NOW, correction)).isInstanceOf(JournalUnavailable.class);
    assertThat(send(NOW, correction)).containsExactly(stored < 2 ? "accepted" : "duplicate");
    assertCounts(5);
  }

  /** Three claims, then three corrections, each with its void. */
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8})
  void shouldCountAChainOnceWhereverItIsCutOff(int stored) {
    String first = newId();
    String second = newId();
    BatchItem[] chain = {
      item(first, 5, original), item(second, 7, first), item(newId(), 9, second)
    };
    journal.cutAfter(stored);
    assertThatThrownBy(() -> send(NOW, chain)).isInstanceOf(JournalUnavailable.class);
    assertThat(send(NOW, chain)).isSubsetOf("accepted", "duplicate");
    assertCounts(9);
    assertThat(send(NOW, chain)).containsOnly("duplicate");
    assertCounts(9);
  }

  @Test
  void shouldMakeUpForAVoidThatIsMissingHoweverLate() {
    BatchItem correction = item(newId(), 5, original);
    journal.cutAfter(2);
    assertThatThrownBy(() -> send(NOW, correction)).isInstanceOf(JournalUnavailable.class);
    assertThat(send(NOW.plus(Duration.ofDays(5)), correction)).containsExactly("duplicate");
    assertCounts(5);
  }

  @Test
  void shouldChangeNothingByAClaimAlone() {
    journal.cutAfter(1);
    assertThatThrownBy(() -> send(NOW, item(newId(), 5, original)))
        .isInstanceOf(JournalUnavailable.class);
    assertCounts(2);
    assertThat(send(NOW, item(newId(), 9, original))).containsExactly("rejected");
    assertCounts(2);
  }
}
