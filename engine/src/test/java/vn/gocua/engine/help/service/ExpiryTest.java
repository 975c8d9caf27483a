package vn.gocua.engine.help.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.gocua.engine.help.service.TicketService.Holder;
import vn.gocua.engine.help.state.ExpiryReason;
import vn.gocua.engine.help.state.HelpRequest;
import vn.gocua.engine.help.state.Stage.Claimed;
import vn.gocua.engine.help.state.Stage.Closed;
import vn.gocua.engine.help.state.Stage.Expired;
import vn.gocua.engine.help.state.Stage.Open;
import vn.gocua.engine.journal.Event;
import vn.gocua.protocol.help.HelpReason;
import vn.gocua.protocol.refusal.Refusal;

/** Requests that nobody helps end, and nothing of them stays in the vault. */
class ExpiryTest {
  @TempDir private Path folder;
  private HelpOnFiles here;
  private HelpService.Ticket ticket;

  @BeforeEach
  void ask() {
    here = HelpOnFiles.open(folder);
    ticket = here.ask();
  }

  @AfterEach
  void close() {
    here.close();
  }

  private HelpRequest stored() {
    return here.service.find(ticket.code()).known();
  }

  private int kept() {
    return here.vault.keptBefore(here.clock.instant().plus(Duration.ofDays(999))).size();
  }

  private List<String> types() {
    return here.events().stream().map(Event::type).toList();
  }

  @Test
  void shouldEndWhatWaitedTooLongAndEraseItsContact() {
    here.clock.advance(HelpOnFiles.WAITING.minusMinutes(1));
    here.jobs.expireOld();
    assertThat(stored().stage()).isEqualTo(new Open());
    assertThat(kept()).isEqualTo(1);
    here.clock.advance(Duration.ofMinutes(2));
    here.jobs.expireOld();
    here.jobs.expireOld();
    assertThat(stored().stage()).isEqualTo(new Expired(null, here.clock.instant(), "waited"));
    assertThat(stored().stage().code()).as("to clients of before").isEqualTo("cancelled");
    assertThat(stored().hasContact()).isFalse();
    assertThat(kept()).isZero();
    assertThat(types()).filteredOn("help-expired/1"::equals).hasSize(1);
    assertThat(types()).doesNotContain("help-closed/1");
    assertThat(here.requests.unfinished()).isEmpty();
    assertThat(here.requests.unfinishedByTeam()).isEmpty();
  }

  @Test
  void shouldEndWhatATeamClaimedAndNeverClosedAndTellItsPhone() {
    here.claim(ticket.code(), "T03");
    here.clock.advance(HelpOnFiles.WAITING.plusMinutes(1));
    here.jobs.expireOld();
    assertThat(stored().stage()).isInstanceOf(Expired.class);
    assertThat(stored().team()).as("whose phone sees it go").isEqualTo("T03");
    assertRefused(
        HelpReason.ALREADY_CANCELLED,
        () -> {
          var _ =
              here.service.close(
                  ticket.code(), HelpOnFiles.phone("T03"), null, here.clock.instant());
        });
    assertRefused(HelpReason.ALREADY_EXPIRED, () -> here.claim(ticket.code(), "T03"));
    assertRefused(
        HelpReason.ALREADY_EXPIRED,
        () ->
            here.tickets.withdraw(
                new Holder(ticket.code(), ticket.secret()), here.clock.instant()));
    assertRefused(
        HelpReason.NOT_CLOSED_YET,
        () ->
            here.tickets.rate(new Holder(ticket.code(), ticket.secret()), 5, here.clock.instant()));
  }

  private static void assertRefused(HelpReason reason, Runnable work) {
    assertThatThrownBy(work::run)
        .isInstanceOfSatisfying(
            Refusal.class, refused -> assertThat(refused.reason()).isEqualTo(reason));
  }

  @Test
  void shouldLeaveWhatIsOver() {
    here.claim(ticket.code(), "T03");
    here.service.close(ticket.code(), HelpOnFiles.phone("T03"), null, here.clock.instant());
    here.clock.advance(HelpOnFiles.WAITING.multipliedBy(2));
    here.jobs.expireOld();
    assertThat(stored().stage()).isInstanceOf(Closed.class);
    assertThat(
            here.supervision.expire(
                ticket.code(), ExpiryReason.CAMPAIGN_OVER, "leader", here.clock.instant()))
        .isFalse();
    assertThat(types()).doesNotContain("help-expired/1");
  }

  @Test
  void shouldEraseAfterACrashWhatExpiredBeforeIt() {
    String ref = stored().asked().contact();
    here.clock.advance(HelpOnFiles.WAITING.plusMinutes(1));
    here.service.changed(
        ticket.code(),
        known ->
            HelpService.known(known).expire(ExpiryReason.WAITED, "engine", here.clock.instant()));
    here.close();
    here = HelpOnFiles.openLater(folder, Duration.ofDays(61));
    assertThat(here.vault.holds(ref, _ -> true)).isTrue();
    here.jobs.eraseOrphans();
    assertThat(here.vault.holds(ref, _ -> true)).isFalse();
  }

  @Test
  void shouldEndItOnceWhicheverOfTwoEnginesIsQuicker() {
    here.clock.advance(HelpOnFiles.WAITING.plusMinutes(1));
    here.jobs.expireOld();
    here.close();
    here = HelpOnFiles.openLater(folder, Duration.ofDays(61));
    here.clock.advance(HelpOnFiles.WAITING.plusDays(1));
    here.jobs.expireOld();
    assertThat(
            here.supervision.expire(
                ticket.code(), ExpiryReason.WAITED, "engine", here.clock.instant()))
        .isFalse();
    assertThat(types()).filteredOn("help-expired/1"::equals).hasSize(1);
  }

  @Test
  void shouldEndNothingWhileTheClockIsInDoubt() {
    here.clock.advance(HelpOnFiles.WAITING.plusMinutes(1));
    here.jobs.byTime(() -> false).values().forEach(Runnable::run);
    assertThat(stored().stage()).isEqualTo(new Open());
    assertThat(kept()).isEqualTo(1);
    here.jobs.byTime(() -> true).values().forEach(Runnable::run);
    assertThat(stored().stage()).isInstanceOf(Expired.class);
    assertThat(kept()).isZero();
  }

  @Test
  void shouldLeaveOneForTheNextCampaignAndStillLetATeamHelp() {
    here.supervision.leave(ticket.code(), "leader", here.clock.instant());
    here.supervision.leave(ticket.code(), "leader", here.clock.instant());
    assertThat(stored().isLeft()).isTrue();
    assertThat(types()).filteredOn("help-left/1"::equals).hasSize(1);
    assertThat(here.claim(ticket.code(), "T03").stage()).isInstanceOf(Claimed.class);
    assertThat(
            here.supervision.finish(ticket.code(), "leader", here.clock.instant()).known().stage())
        .isInstanceOf(Closed.class);
    assertThat(here.supervision.open()).isEmpty();
  }
}
