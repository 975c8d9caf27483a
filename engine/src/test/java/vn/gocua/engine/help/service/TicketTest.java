package vn.gocua.engine.help.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.gocua.engine.help.contact.Contact;
import vn.gocua.engine.help.contact.RequestQuota;
import vn.gocua.engine.help.service.TicketService.ChangedValues;
import vn.gocua.engine.help.service.TicketService.Holder;
import vn.gocua.engine.help.state.CancelReason;
import vn.gocua.engine.help.state.HelpRequest;
import vn.gocua.engine.help.state.PreferredTime;
import vn.gocua.engine.help.state.Stage.Cancelled;
import vn.gocua.engine.help.state.Stage.Closed;
import vn.gocua.engine.help.state.Stage.Open;
import vn.gocua.engine.help.state.Stage.Withdrawn;
import vn.gocua.engine.journal.Event;
import vn.gocua.engine.rights.RateLimiter;
import vn.gocua.engine.state.Versioned;
import vn.gocua.engine.vault.LeaderReading;
import vn.gocua.protocol.help.HelpReason;
import vn.gocua.protocol.refusal.Reason;
import vn.gocua.protocol.refusal.Refusal;

/** What a ticket's holder and a leader may do, and what is left of a contact after it. */
class TicketTest {
  private static final ChangedValues ANOTHER_NUMBER =
      new ChangedValues(null, null, "0987654321", null, null);
  private static final ChangedValues IN_THE_EVENING =
      new ChangedValues(PreferredTime.EVENING, null, null, null, null);

  @TempDir private Path folder;
  private HelpOnFiles here;
  private HelpService.Ticket ticket;
  private Holder holder;

  @BeforeEach
  void ask() {
    here = HelpOnFiles.open(folder);
    ticket = here.ask();
    holder = new Holder(ticket.code(), ticket.secret());
  }

  @AfterEach
  void close() {
    here.close();
  }

  private HelpRequest stored() {
    return here.service.find(ticket.code()).known();
  }

  private int kept() {
    return here.vault.keptBefore(here.clock.instant().plus(Duration.ofDays(1))).size();
  }

  private Contact contact() {
    return here.service.contactForLeader(
        ticket.code(), new LeaderReading("leader", here.clock.instant()));
  }

  private @Nullable Reason refusal(Runnable work) {
    try {
      work.run();
      return null;
    } catch (Refusal refused) {
      if (refused.reason().kind() == Reason.Kind.TOO_MANY) {
        throw refused;
      }
      return refused.reason();
    }
  }

  private void visit(String team) {
    here.claim(ticket.code(), team);
    here.service.close(ticket.code(), HelpOnFiles.phone(team), null, here.clock.instant());
  }

  @Test
  void shouldChangeWhatIsSaidAndLeaveTheRest() {
    here.tickets.change(holder, ANOTHER_NUMBER, here.clock.instant());
    assertThat(contact().phone()).isEqualTo("0987654321");
    assertThat(contact().name()).isEqualTo(HelpOnFiles.NAME);
    assertThat(contact().groups()).containsExactly("elderly");
    assertThat(stored().asked().when()).isEqualTo("morning");
    here.tickets.change(holder, IN_THE_EVENING, here.clock.instant());
    here.tickets.change(holder, IN_THE_EVENING, here.clock.instant());
    assertThat(stored().asked().when()).isEqualTo("evening");
    assertThat(here.service.find(ticket.code()).version()).isEqualTo(3);
    assertThat(contact().phone()).isEqualTo("0987654321");
    assertThat(kept()).as("the first contact is erased").isEqualTo(1);
  }

  @Test
  void shouldWantTheSecret() {
    Holder thief = new Holder(ticket.code(), ticket.secret() + "x");
    assertThat(refusal(() -> here.tickets.withdraw(thief, here.clock.instant())))
        .isEqualTo(HelpReason.WRONG_SECRET);
    assertThat(refusal(() -> here.tickets.change(thief, ANOTHER_NUMBER, here.clock.instant())))
        .isEqualTo(HelpReason.WRONG_SECRET);
    assertThat(stored().stage()).isEqualTo(new Open());
    assertThatThrownBy(
            () -> {
              for (int i = 0; i < 20; i++) {
                refusal(() -> here.tickets.withdraw(thief, here.clock.instant()));
              }
            })
        .isInstanceOf(Refusal.class);
  }

  @Test
  void shouldGiveTheSecretForTheSixDigitsOnTheTicketAndStopThoseWhoGuess() {
    assertThat(ticket.pin()).matches("[0-9]{6}");
    assertThat(here.tickets.unlock(ticket.code(), ticket.pin(), "S1")).isEqualTo(ticket.secret());
    String wrong = ticket.pin().equals("000000") ? "000001" : "000000";
    for (int i = 0; i < 5; i++) {
      assertThat(refusal(() -> here.tickets.unlock(ticket.code(), wrong, "S1")))
          .isEqualTo(HelpReason.WRONG_PIN);
    }
    assertThatThrownBy(() -> here.tickets.unlock(ticket.code(), ticket.pin(), "S2"))
        .as("right ones too, at every screen")
        .isInstanceOf(Refusal.class);
    here.tickets.withdraw(holder, here.clock.instant());
    assertThat(stored().stage()).as("the QR code is never kept out").isInstanceOf(Withdrawn.class);
  }

  @Test
  void shouldNotLetOneScreenTryAllTickets() {
    String wrong = ticket.pin().equals("000000") ? "000001" : "000000";
    assertThatThrownBy(
            () -> {
              for (int i = 0; i < 8; i++) {
                HelpService.Ticket another = here.ask();
                for (int n = 0; n < 4; n++) {
                  refusal(() -> here.tickets.unlock(another.code(), wrong, "S1"));
                }
              }
            })
        .isInstanceOf(Refusal.class);
  }

  @Test
  void shouldEraseTheContactAtOnceWhenItIsTakenBack() {
    here.claim(ticket.code(), "T03");
    for (int i = 0; i < 3; i++) {
      assertThat(here.tickets.withdraw(holder, here.clock.instant()).stage())
          .isInstanceOf(Withdrawn.class);
    }
    assertThat(kept()).isZero();
    assertThat(refusal(this::contact)).isEqualTo(HelpReason.CONTACT_ERASED);
    assertThat(
            refusal(() ->
                here.service.contactFor(
                    ticket.code(), HelpOnFiles.phone("T03"), here.clock.instant())))
        .isEqualTo(HelpReason.CONTACT_ERASED);
    assertThat(refusal(() -> here.claim(ticket.code(), "T04")))
        .isEqualTo(HelpReason.ALREADY_WITHDRAWN);
    assertThat(refusal(() -> here.tickets.change(holder, ANOTHER_NUMBER, here.clock.instant())))
        .isEqualTo(HelpReason.ALREADY_WITHDRAWN);
    assertThat(kept()).as("a change that came too late leaves nothing").isZero();
    assertThat(here.requests.unfinished()).isEmpty();
  }

  @Test
  void shouldEraseAfterACrashWhatWasTakenBackBeforeIt() {
    String ref = stored().asked().contact();
    here.service.changed(
        ticket.code(), known -> HelpService.known(known).withdraw(here.clock.instant()));
    here.close();
    here = HelpOnFiles.openLater(folder, Duration.ofHours(2));
    assertThat(here.vault.holds(ref, _ -> true)).isTrue();
    here.jobs.eraseOrphans();
    assertThat(here.vault.holds(ref, _ -> true)).isFalse();
  }

  @Test
  void shouldTakeOneJudgementAfterTheVisit() {
    assertThat(refusal(() -> here.tickets.rate(holder, 5, here.clock.instant())))
        .isEqualTo(HelpReason.NOT_CLOSED_YET);
    visit("T03");
    here.tickets.rate(holder, 4, here.clock.instant());
    here.tickets.rate(holder, 4, here.clock.instant());
    assertThat(((Closed) stored().stage()).stars()).isEqualTo(4);
    assertThat(refusal(() -> here.tickets.rate(holder, 1, here.clock.instant())))
        .isEqualTo(HelpReason.ALREADY_RATED);
    assertThat(here.events().stream().map(Event::type).filter("help-rated/1"::equals)).hasSize(1);
  }

  @Test
  void shouldGiveARequestToAnotherTeamThatThenMayClaimIt() {
    here.claim(ticket.code(), "T03");
    Versioned<HelpRequest> given =
        here.supervision.reassign(ticket.code(), "T09", "leader", here.clock.instant());
    assertThat(given.known().stage()).isEqualTo(new Open());
    assertThat(given.known().team()).isEqualTo("T09");
    assertThat(here.supervision.reassign(ticket.code(), "T09", "leader", here.clock.instant()))
        .isEqualTo(given);
    assertThat(here.claim(ticket.code(), "T09").team()).isEqualTo("T09");
  }

  @Test
  void shouldStrikeARequestOffForGood() {
    Versioned<HelpRequest> struck =
        here.supervision.cancel(ticket.code(), CancelReason.DOUBLE, "leader", here.clock.instant());
    assertThat(struck.known().stage())
        .isEqualTo(new Cancelled(null, here.clock.instant(), "double"));
    assertThat(refusal(() -> here.claim(ticket.code(), "T03")))
        .isEqualTo(HelpReason.ALREADY_CANCELLED);
    assertThat(
            refusal(() ->
                here.supervision.reassign(ticket.code(), "T04", "leader", here.clock.instant())))
        .isEqualTo(HelpReason.ALREADY_CANCELLED);
  }

  @Test
  void shouldEraseContactsWhenTheirTimeIsUp() {
    visit("T03");
    HelpService.Ticket open = here.ask();
    here.clock.advance(HelpOnFiles.RETENTION.minusMinutes(1));
    here.jobs.eraseOver();
    assertThat(kept()).isEqualTo(2);
    here.clock.advance(Duration.ofMinutes(2));
    here.jobs.eraseOver();
    here.jobs.eraseOver();
    assertThat(refusal(this::contact)).isEqualTo(HelpReason.CONTACT_ERASED);
    assertThat(
            here.service
                .contactForLeader(open.code(), new LeaderReading("leader", here.clock.instant()))
                .name())
        .isEqualTo(HelpOnFiles.NAME);
    assertThat(here.events().stream().map(Event::type).filter("help-contact-erased/1"::equals))
        .hasSize(1);
  }

  @Test
  void shouldEraseOnDemandByCodeAndByNumber() {
    HelpService.Ticket other = here.ask();
    here.tickets.change(
        new Holder(other.code(), other.secret()), ANOTHER_NUMBER, here.clock.instant());
    assertThat(here.supervision.eraseByPhone("0987654321", "leader", here.clock.instant()))
        .containsExactly(other.code());
    assertThat(here.supervision.eraseByPhone("0987654321", "leader", here.clock.instant()))
        .isEmpty();
    assertThat(kept()).isEqualTo(1);
    assertThat(here.supervision.eraseByCode(ticket.code(), "leader", here.clock.instant()))
        .isTrue();
    assertThat(here.supervision.eraseByCode("TN-00000000", "leader", here.clock.instant()))
        .isFalse();
    assertThat(kept()).isZero();
    assertThat(stored().stage()).as("nobody can be visited").isInstanceOf(Withdrawn.class);
  }

  @Test
  void shouldLetNobodyFloodATeam() {
    RequestQuota limits =
        new RequestQuota(
            here.vault,
            new RateLimiter(3, Duration.ofHours(1)),
            new RateLimiter(2, Duration.ofHours(1)));
    limits.take("a", HelpOnFiles.PHONE);
    limits.take("b", HelpOnFiles.PHONE);
    assertThatThrownBy(() -> limits.take("c", HelpOnFiles.PHONE))
        .isInstanceOfSatisfying(
            Refusal.class,
            e -> {
              assertThat(e.code()).isEqualTo("too-many-requests-number");
              assertThat(e.retryAfter()).isGreaterThan(Duration.ofMinutes(29));
            });
    limits.take("a", "0987654321");
    limits.take("a", "0987654322");
    assertThatThrownBy(() -> limits.take("a", "0987654323")).hasMessage("too-many-requests-here");
  }
}
