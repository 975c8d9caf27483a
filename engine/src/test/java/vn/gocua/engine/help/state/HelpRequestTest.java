package vn.gocua.engine.help.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.gocua.engine.help.state.HelpFact.Consent;
import vn.gocua.engine.help.state.HelpFact.HelpCancelled;
import vn.gocua.engine.help.state.HelpFact.HelpChanged;
import vn.gocua.engine.help.state.HelpFact.HelpClaimed;
import vn.gocua.engine.help.state.HelpFact.HelpClosed;
import vn.gocua.engine.help.state.HelpFact.HelpContactErased;
import vn.gocua.engine.help.state.HelpFact.HelpContactLost;
import vn.gocua.engine.help.state.HelpFact.HelpRated;
import vn.gocua.engine.help.state.HelpFact.HelpReassigned;
import vn.gocua.engine.help.state.HelpFact.HelpReleased;
import vn.gocua.engine.help.state.HelpFact.HelpRequested;
import vn.gocua.engine.help.state.HelpFact.HelpWithdrawn;
import vn.gocua.engine.help.state.Stage.Cancelled;
import vn.gocua.engine.help.state.Stage.Claimed;
import vn.gocua.engine.help.state.Stage.Closed;
import vn.gocua.engine.help.state.Stage.Open;
import vn.gocua.engine.help.state.Stage.Withdrawn;

/** What facts make of a request, and what is left of it at its end. */
class HelpRequestTest {
  private static final HelpRequested REQUESTED =
      new HelpRequested(
          "id",
          "HV-4821",
          "co-giao",
          "public-services",
          "T07",
          "ref",
          new Consent("2025-08", null, at(0)),
          "hash",
          "any",
          false,
          at(0));
  private static final HelpFact CLAIMED = new HelpClaimed("T09", "phone", at(1));
  private static final Claimed CLAIM = new Claimed("T09", at(1));

  private static Instant at(int minute) {
    return Instant.parse("2025-08-12T02:00:00Z").plusSeconds(60L * minute);
  }

  private static HelpRequest after(HelpFact... facts) {
    @Nullable HelpRequest request = null;
    for (HelpFact fact : Stream.concat(Stream.of(REQUESTED), Stream.of(facts)).toList()) {
      request = HelpRequest.kind("c").evolve().apply(request, fact);
    }
    return java.util.Objects.requireNonNull(request);
  }

  @Test
  void shouldBeginOpenWithTheTeamThatTheTicketNames() {
    HelpRequest request = after();
    assertThat(request.stage()).isEqualTo(new Open());
    assertThat(request.team()).isEqualTo("T07");
    assertThat(request.erased()).isEqualTo(Erased.NO);
    assertThat(request.asked().at()).isEqualTo(at(0));
    assertThatThrownBy(() -> HelpRequest.kind("c").evolve().apply(null, CLAIMED))
        .isInstanceOf(NullPointerException.class);
  }

  @Test
  void shouldGoBackToItsTeamWhenAnotherGivesItBack() {
    assertThat(after(CLAIMED).team()).isEqualTo("T09");
    assertThat(after(CLAIMED, new HelpReleased("T09", "phone", at(2)))).isEqualTo(after());
  }

  @Test
  void shouldHaveNoClaimAnyMoreWhenALeaderGivesItToATeam() {
    HelpRequest given = after(CLAIMED, new HelpReassigned("T11", "leader", at(2)));
    assertThat(given).isEqualTo(new HelpRequest(given.asked(), "T11", new Open(), Erased.NO, null));
    assertThat(after(CLAIMED, new HelpReassigned("T11", "leader", at(2)), CLAIMED).stage())
        .isEqualTo(CLAIM);
  }

  @Test
  void shouldKeepTheClaimToTheEnd() {
    HelpFact closed = new HelpClosed("T09", "phone", "check-in", at(5));
    assertThat(after(CLAIMED, closed).stage())
        .isEqualTo(new Closed(CLAIM, at(5), "check-in", null));
    assertThat(after(CLAIMED, closed, new HelpRated(4, at(6))).stage())
        .isEqualTo(new Closed(CLAIM, at(5), "check-in", 4));
    assertThat(after(CLAIMED, new HelpWithdrawn(at(3))).stage())
        .isEqualTo(new Withdrawn(CLAIM, at(3)));
    assertThat(after(CLAIMED, new HelpCancelled("double", "leader", at(3))).stage())
        .isEqualTo(new Cancelled(CLAIM, at(3), "double"));
    assertThat(after(new HelpWithdrawn(at(3))).stage()).isEqualTo(new Withdrawn(null, at(3)));
  }

  @Test
  void shouldEndWhenItsContactIsErasedUnlessItHasEnded() {
    HelpFact erased = new HelpContactErased("demand", "leader", at(8));
    assertThat(after(CLAIMED, erased).stage()).isEqualTo(new Withdrawn(CLAIM, at(8)));
    assertThat(after(CLAIMED, erased).erased()).isEqualTo(Erased.YES);
    HelpFact closed = new HelpClosed("T09", "phone", null, at(5));
    assertThat(after(CLAIMED, closed, erased).stage())
        .isEqualTo(new Closed(CLAIM, at(5), null, null));
    assertThat(after(CLAIMED, closed, erased).hasContact()).isFalse();
  }

  @Test
  void shouldSayOfALostContactThatItIsLostUntilThereIsAnother() {
    HelpFact lost = new HelpContactLost(at(4));
    assertThat(after(CLAIMED, lost).stage()).isEqualTo(CLAIM);
    assertThat(after(lost).isContactLost()).isTrue();
    assertThat(after(lost, new HelpWithdrawn(at(5))).isContactLost()).isTrue();
    assertThat(after(new HelpWithdrawn(at(3)), lost).isContactLost()).isFalse();
    HelpRequest anew = after(lost, new HelpChanged(null, "another", at(6), null));
    assertThat(anew.erased()).isEqualTo(Erased.NO);
    assertThat(List.of(anew.asked().contact(), anew.asked().when()))
        .containsExactly("another", "any");
    assertThat(after(lost, new HelpChanged("evening", null, at(6), null)).erased())
        .isEqualTo(Erased.LOST);
  }

  @Test
  void shouldHaveAnswersForEveryStage() {
    Actor nine = new Actor("T09", "phone");
    HelpRequest claimed = after(CLAIMED);
    assertThat(after().claim(nine, at(1))).isEqualTo(CLAIMED);
    assertThat(claimed.claim(nine, at(2))).isNull();
    assertThat(claimed.release(nine, at(2))).isEqualTo(new HelpReleased("T09", "phone", at(2)));
    assertThat(after().release(nine, at(2))).isNull();
    assertThat(claimed.close(nine, null, at(2)))
        .isEqualTo(new HelpClosed("T09", "phone", null, at(2)));
    assertThat(after(CLAIMED, new HelpClosed("T09", "phone", null, at(2))).close(nine, null, at(3)))
        .isNull();
    assertThat(after(new HelpWithdrawn(at(3))).withdraw(at(4))).isNull();
    assertThat(claimed.reassign("T09", "leader", at(2))).isNull();
    assertThat(
            after(new HelpCancelled("double", "leader", at(3)))
                .cancel(CancelReason.DOUBLE, "leader", at(4)))
        .isNull();
  }
}
