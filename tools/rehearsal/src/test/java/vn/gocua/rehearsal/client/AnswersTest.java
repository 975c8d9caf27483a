package vn.gocua.rehearsal.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.gocua.protocol.checkin.VerdictList;
import vn.gocua.rehearsal.client.Queued.Expected;
import vn.gocua.rehearsal.counts.Count;
import vn.gocua.rehearsal.counts.ExpectedCounts;
import vn.gocua.rehearsal.counts.Tallied.Counted;
import vn.gocua.rehearsal.plan.CampaignFacts;
import vn.gocua.rehearsal.plan.Facts;
import vn.gocua.rehearsal.plan.PhonePlan;
import vn.gocua.rehearsal.plan.Visit;

class AnswersTest {
  private static final CampaignFacts FACTS = Facts.campaign(6, 1);
  private static final PhonePlan PHONE =
      new PhonePlan("T01", 1, Duration.ZERO, List.of(), List.of(), 1);
  private static final UUID ID = new UUID(0x0198, 1);

  private final ExpectedCounts counts = new ExpectedCounts();
  private final Answers answers = new Answers("T01/1", counts);

  @Test
  void shouldCountWhatIsAccepted() {
    Queued queued = queued(ID, Expected.TAKEN, null);

    assertThat(settle(queued, "accepted")).containsExactly(queued);
    assertThat(counts.tallied().total()).isEqualTo(new Count(1, 2));
    assertThat(surprises()).isZero();
  }

  @Test
  void shouldCountADuplicateOfATryWhoseAnswerWasLost() {
    Queued queued = queued(ID, Expected.TAKEN, null);
    queued.markTried();

    settle(queued, "duplicate");

    assertThat(counts.tallied().total()).isEqualTo(new Count(1, 2));
    assertThat(surprises()).isZero();
  }

  @Test
  void shouldBeSurprisedByADuplicateOfWhatWasNeverSent() {
    settle(queued(ID, Expected.TAKEN, null), "duplicate");

    assertThat(surprises()).isEqualTo(1);
  }

  @Test
  void shouldBeSurprisedWhenOneIdIsAcceptedTwice() {
    settle(queued(ID, Expected.TAKEN, null), "accepted");
    settle(queued(ID, Expected.KNOWN, null), "accepted");

    assertThat(surprises()).isEqualTo(1);
  }

  @Test
  void shouldBeSurprisedWhenABadEntryIsTakenOrAGoodOneRejected() {
    settle(queued(ID, Expected.REJECTED, null), "accepted");
    settle(queued(new UUID(0x0198, 2), Expected.TAKEN, null), "rejected");
    settle(queued(new UUID(0x0198, 3), Expected.CONFLICT, null), "duplicate");

    assertThat(surprises()).isEqualTo(3);
  }

  @Test
  void shouldStopCountingWhatACorrectionReplaces() {
    UUID correction = new UUID(0x0198, 2);
    settle(queued(ID, Expected.TAKEN, null), "accepted");
    settle(queued(correction, Expected.TAKEN, ID), "accepted");

    assertThat(counts.tallied().total()).isEqualTo(new Count(1, 2));
    assertThat(surprises()).isZero();
  }

  @Test
  void shouldKeepWhatHasAnOutcomeItDoesNotKnow() {
    assertThat(settle(queued(ID, Expected.TAKEN, null), "postponed")).isEmpty();
    assertThat(surprises()).isEqualTo(1);
  }

  @Test
  void shouldKeepEverythingWhenThereAreNotAsManyAnswersAsSentItems() {
    Queued queued = queued(ID, Expected.TAKEN, null);

    assertThat(answers.settle(List.of(queued, queued), List.of(result("accepted")), 1)).isEmpty();
    assertThat(surprises()).isEqualTo(1);
  }

  @Test
  void shouldBeSurprisedWhenARepeatIsNotRecognised() {
    Queued queued = queued(ID, Expected.TAKEN, null);

    answers.repeated(List.of(queued), List.of(result("duplicate")));
    assertThat(surprises()).isZero();

    answers.repeated(List.of(queued), List.of(result("accepted")));
    assertThat(surprises()).isEqualTo(1);
  }

  private List<Queued> settle(Queued queued, String outcome) {
    return answers.settle(List.of(queued), List.of(result(outcome)), 1);
  }

  private static VerdictList.Result result(String outcome) {
    String code = outcome.equals("rejected") ? "bad" : null;
    return new VerdictList.Result(ID.toString(), outcome, code, null);
  }

  private static Queued queued(UUID id, Expected expected, @Nullable UUID replaces) {
    Instant at = FACTS.startOf(1).plus(Duration.ofHours(9));
    Visit visit = new Visit(id, at, "apps", 2, List.of(), 10, null, replaces);
    SentItem item = SentItem.of(visit, PHONE, FACTS);
    return new Queued(id, item, expected, new Counted("T01", 1, "apps", 2, List.of()), replaces);
  }

  private long surprises() {
    return counts.progress().surprising();
  }
}
