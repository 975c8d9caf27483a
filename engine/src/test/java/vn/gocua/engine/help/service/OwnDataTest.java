package vn.gocua.engine.help.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.gocua.engine.help.contact.Contact;
import vn.gocua.engine.help.service.TicketService.ChangedValues;
import vn.gocua.engine.help.service.TicketService.Holder;
import vn.gocua.engine.help.state.HelpFact.HelpChanged;
import vn.gocua.engine.help.state.HelpFact.HelpGroupsWithdrawn;
import vn.gocua.engine.help.state.HelpRequest;
import vn.gocua.engine.help.state.Stage.Claimed;
import vn.gocua.engine.journal.Event;
import vn.gocua.protocol.refusal.Refusal;

/** A ticket's holder sees what is kept, and may take back the sensitive part of it alone. */
class OwnDataTest {
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

  private TicketService.Own own() {
    return here.tickets.own(holder, here.clock.instant());
  }

  private Contact contact() {
    return Objects.requireNonNull(own().contact());
  }

  private HelpRequest stored() {
    return here.service.find(ticket.code()).known();
  }

  private int kept() {
    return here.vault.keptBefore(here.clock.instant().plus(Duration.ofDays(1))).size();
  }

  private long events(String type) {
    return here.events().stream().map(Event::type).filter(type::equals).count();
  }

  @Test
  void shouldShowTheHolderAllThatIsKeptAndRecordIt() {
    assertThat(contact())
        .isEqualTo(
            new Contact(
                HelpOnFiles.NAME, HelpOnFiles.PHONE, HelpOnFiles.ADDRESS, List.of("elderly")));
    assertThat(own().request().asked().consent().groupsTextVersion()).isEqualTo("2025-08");
    assertThat(own().eraseAt()).isEqualTo(here.clock.instant().plus(HelpOnFiles.WAITING));
    assertThat(events("personal-data-read/1")).isEqualTo(3);
    here.claim(ticket.code(), "T03");
    here.service.close(ticket.code(), HelpOnFiles.phone("T03"), null, here.clock.instant());
    assertThat(own().eraseAt()).isEqualTo(here.clock.instant().plus(HelpOnFiles.RETENTION));
  }

  @Test
  void shouldShowNobodyElseAnythingAndNotForEver() {
    Holder thief = new Holder(ticket.code(), ticket.secret() + "x");
    assertThatThrownBy(() -> here.tickets.own(thief, here.clock.instant()))
        .hasMessage("wrong-secret");
    assertThat(events("personal-data-read/1")).isZero();
    assertThatThrownBy(
            () -> {
              for (int n = 0; n < 30; n++) {
                own();
              }
            })
        .isInstanceOf(Refusal.class)
        .hasMessage("too-many-tries");
  }

  @Test
  void shouldShowThatNothingIsKeptAnyMore() {
    here.tickets.withdraw(holder, here.clock.instant());
    assertThat(own().contact()).isNull();
    assertThat(events("personal-data-read/1")).isZero();
  }

  @Test
  void shouldTakeBackTheGroupsAloneAndEraseThem() {
    here.claim(ticket.code(), "T03");
    String ref = stored().asked().contact();
    for (int n = 0; n < 3; n++) {
      here.tickets.withdrawGroups(holder, here.clock.instant());
    }
    assertThat(contact())
        .isEqualTo(
            new Contact(HelpOnFiles.NAME, HelpOnFiles.PHONE, HelpOnFiles.ADDRESS, List.of()));
    assertThat(stored().stage()).isInstanceOf(Claimed.class);
    assertThat(stored().asked().hasGroups()).isFalse();
    assertThat(stored().asked().consent().textVersion()).isEqualTo("2025-08");
    assertThat(here.vault.holds(ref, _ -> true)).isFalse();
    assertThat(kept()).isEqualTo(1);
    assertThat(events("help-groups-withdrawn/1")).isEqualTo(1);
    assertThat(
            here.service
                .contactFor(ticket.code(), HelpOnFiles.phone("T03"), here.clock.instant())
                .groups())
        .isEmpty();
  }

  @Test
  void shouldTakeThemBackForAHolderWhoAsksALeader() {
    here.tickets.withdrawGroups(ticket.code(), "leader", here.clock.instant());
    assertThat(contact().groups()).isEmpty();
  }

  @Test
  void shouldNotBringGroupsBackByAChangeThatBeganBefore() {
    ContactReplacement replacement = new ContactReplacement(here.service, here.contacts);
    boolean[] first = {true};
    replacement.replace(
        ticket.code(),
        request -> {
          Contact known = contact();
          if (first[0]) {
            first[0] = false;
            here.tickets.withdrawGroups(holder, here.clock.instant());
          }
          return new ChangedValues(null, null, "0987654321", null, null).of(known);
        },
        (request, ref) -> new HelpChanged(null, ref, here.clock.instant(), null));
    assertThat(contact().groups()).isEmpty();
    assertThat(contact().phone()).isEqualTo("0987654321");
    assertThat(kept()).isEqualTo(1);
  }

  @Test
  void shouldEraseAfterACrashTheGroupsThatWereTakenBackBeforeIt() {
    String ref = stored().asked().contact();
    String without = here.contacts.keepInstead(stored().asked().id(), contact());
    here.service.changed(
        ticket.code(), _ -> new HelpGroupsWithdrawn(without, "leader", here.clock.instant()));
    here.close();
    here = HelpOnFiles.openLater(folder, Duration.ofHours(2));
    assertThat(here.vault.holds(ref, _ -> true)).isTrue();
    here.jobs.eraseOrphans();
    assertThat(here.vault.holds(ref, _ -> true)).isFalse();
    assertThat(here.vault.holds(without, _ -> true)).isTrue();
  }
}
