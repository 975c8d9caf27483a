package vn.gocua.engine.help.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.gocua.engine.campaign.Campaign;
import vn.gocua.engine.campaign.CampaignPlan;
import vn.gocua.engine.campaign.CodedName;
import vn.gocua.engine.campaign.Edition;
import vn.gocua.engine.campaign.Team;
import vn.gocua.engine.help.carry.CampaignStores;
import vn.gocua.engine.help.carry.CarryOver;
import vn.gocua.engine.help.contact.HelpContacts;
import vn.gocua.engine.help.service.TicketService.Holder;
import vn.gocua.engine.help.state.Asked;
import vn.gocua.engine.help.state.HelpFact;
import vn.gocua.engine.help.state.HelpRequest;
import vn.gocua.engine.help.state.Stage.Expired;
import vn.gocua.engine.help.state.Stage.Open;
import vn.gocua.engine.journal.Event;
import vn.gocua.engine.support.Campaigns;
import vn.gocua.protocol.help.HelpReason;
import vn.gocua.protocol.refusal.Refusal;

/** What a campaign left goes on in the next: with the same ticket, once, and kept in one place. */
class CarryOverTest {
  private static final Instant NOW = Instant.parse("2025-09-30T02:00:00Z");
  private static final CodedName HAMLET = new CodedName("co-giao", "Cơ Giáo");
  private static final CodedName ACTIVITY = new CodedName("public-services", "Dịch vụ công");

  @TempDir private Path folder;
  private HelpOnFiles old;
  private HelpOnFiles next;
  private HelpService.Ticket ticket;

  @BeforeEach
  void leave() throws Exception {
    old = HelpOnFiles.open(Files.createDirectory(folder.resolve("old")));
    ticket = old.ask();
    old.supervision.leave(ticket.code(), "leader", old.clock.instant());
    open(List.of(HAMLET), List.of(ACTIVITY));
  }

  private CampaignPlan plan;

  private void open(List<CodedName> hamlets, List<CodedName> activities) throws Exception {
    List<String> served = hamlets.stream().map(CodedName::code).toList();
    Edition e = Campaigns.edition(1, 2);
    List<Team> teams =
        List.of(new Team("T01", "Tổ 1", 5, served, 1), new Team("T02", "Tổ 2", 5, served, 1));
    plan =
        new CampaignPlan(
            "lan-hai",
            "Lần hai",
            "",
            true,
            1,
            LocalDate.of(2025, 10, 1),
            45,
            HelpOnFiles.ZONE,
            activities,
            e.groups(),
            hamlets,
            teams,
            e.target(),
            e.weekdays(),
            null);
    Campaign campaign = plan.startingOn(LocalDate.of(2025, 10, 1));
    if (next != null) {
      next.close();
    }
    next = HelpOnFiles.open(Files.createDirectories(folder.resolve("next")), campaign);
    next.clock.advance(Duration.between(next.clock.instant(), NOW));
  }

  @AfterEach
  void close() {
    old.close();
    next.close();
  }

  private static CampaignStores stores(HelpOnFiles here, String campaign) {
    return new CampaignStores(campaign, here.journal, here.commit, here.vault);
  }

  private CarryOver.Outcome carry() {
    CarryOver.Outcome outcome =
        new CarryOver(stores(old, HelpOnFiles.CAMPAIGN.id()), stores(next, "lan-hai"), plan, NOW)
            .run(NOW);
    old.requests.repository().load();
    next.requests.repository().load();
    return outcome;
  }

  private HelpRequest there() {
    return next.service.find(ticket.code()).known();
  }

  private static List<String> kept(HelpOnFiles here) {
    return here.vault.keptBefore(NOW.plus(Duration.ofDays(999))).stream()
        .filter(HelpContacts::isRef)
        .toList();
  }

  private static List<String> types(HelpOnFiles here) {
    return here.events().stream().map(Event::type).toList();
  }

  @Test
  void shouldGoOnWithTheSameTicketContactConsentAndTerm() {
    HelpRequest before = old.service.find(ticket.code()).known();
    assertThat(carry().offered()).containsExactly(ticket.code());
    HelpRequest after = there();
    assertThat(after.stage()).isEqualTo(new Open());
    assertThat(after.isLeft()).isFalse();
    assertThat(after.assignedTeam()).isEqualTo(before.assignedTeam());
    assertThat(after.asked().id()).isEqualTo(before.asked().id());
    assertThat(after.asked().at()).isEqualTo(before.asked().at());
    assertThat(after.asked().when()).isEqualTo(before.asked().when());
    assertThat(after.asked().consent()).isEqualTo(before.asked().consent());
    Holder holder = new Holder(ticket.code(), ticket.secret());
    TicketService.Own own = next.tickets.own(holder, NOW);
    assertThat(own.contact()).isEqualTo(HelpOnFiles.order().contact());
    assertThat(own.eraseAt()).isEqualTo(before.asked().at().plus(HelpOnFiles.WAITING));
    assertThat(next.tickets.unlock(ticket.code(), ticket.pin(), "S1")).isEqualTo(ticket.secret());
    next.claim(ticket.code(), "T02");
    assertThat(next.service.contactFor(ticket.code(), HelpOnFiles.phone("T02"), NOW).phone())
        .isEqualTo(HelpOnFiles.PHONE);
    assertThat(next.tickets.withdrawGroups(holder, NOW).asked().hasGroups()).isFalse();
    next.clock.advance(HelpOnFiles.WAITING);
    next.jobs.expireOld();
    assertThat(there().stage()).as("counted from the asking").isInstanceOf(Expired.class);
  }

  @Test
  void shouldBeOverAndErasedInTheOldAndCountedNowhereTwice() {
    carry();
    HelpRequest before = old.service.find(ticket.code()).known();
    assertThat(before.stage()).isEqualTo(new Expired(null, NOW, "carried-over"));
    assertThat(before.hasContact()).isFalse();
    assertThat(kept(old)).isEmpty();
    assertThat(kept(next)).hasSize(1);
    assertThat(types(old)).doesNotContain("help-closed/1");
    assertThat(old.requests.unfinishedByTeam()).isEmpty();
    assertThat(next.requests.unfinishedByTeam()).hasSize(1).containsValue(1);
    assertThatThrownBy(() -> old.claim(ticket.code(), "T01"))
        .isInstanceOfSatisfying(
            Refusal.class,
            refused -> assertThat(refused.reason()).isEqualTo(HelpReason.ALREADY_EXPIRED));
    next.jobs.eraseOrphans();
    assertThat(kept(next)).as("referred to").hasSize(1);
  }

  @Test
  void shouldChangeNothingWhenRunAgainEvenAfterItEndedThere() {
    carry();
    next.tickets.withdraw(new Holder(ticket.code(), ticket.secret()), NOW);
    CarryOver.Outcome again = carry();
    assertThat(again.offered()).isEmpty();
    assertThat(again.before()).isEqualTo(1);
    assertThat(types(next)).filteredOn("help-carried-in/1"::equals).hasSize(1);
    assertThat(types(old)).filteredOn("help-carried-out/1"::equals).hasSize(1);
    assertThat(kept(next)).as("not brought back").isEmpty();
  }

  @Test
  void shouldGoOnAfterACrashBetweenAnyTwoSteps() {
    String ref = old.service.find(ticket.code()).known().asked().contact();
    String refThere =
        HelpContacts.ref(next.vault, old.service.find(ticket.code()).known().asked().id());
    // After the first step: the contact is there, nothing refers to it.
    assertThat(old.vault.copyTo(next.vault, ref, refThere, NOW)).isTrue();
    carry();
    assertThat(kept(next)).containsExactly(refThere);
    assertThat(kept(old)).isEmpty();
    // Between the end in the old journal and the erasure: the old contact is still there.
    assertThat(next.vault.copyTo(old.vault, refThere, ref, NOW)).isTrue();
    assertThat(carry().before()).isEqualTo(1);
    assertThat(kept(old)).isEmpty();
    assertThat(types(next)).filteredOn("help-carried-in/1"::equals).hasSize(1);
  }

  @Test
  void shouldEndInTheOldWhatHadArrivedBeforeACrash() {
    CampaignStores to = stores(next, "lan-hai");
    // As a run that stopped after the new journal: the old one is as it was.
    Path copy = folder.resolve("old-before");
    copyOf(folder.resolve("old"), copy);
    carry();
    old.close();
    old = HelpOnFiles.open(copy);
    assertThat(old.service.find(ticket.code()).known().isOver()).isFalse();
    CarryOver.Outcome again =
        new CarryOver(stores(old, HelpOnFiles.CAMPAIGN.id()), to, plan, NOW).run(NOW);
    old.requests.repository().load();
    assertThat(again.offered()).containsExactly(ticket.code());
    assertThat(old.service.find(ticket.code()).known().stage()).isInstanceOf(Expired.class);
    assertThat(kept(old)).isEmpty();
    assertThat(kept(next)).hasSize(1);
    assertThat(types(next)).filteredOn("help-carried-in/1"::equals).hasSize(1);
  }

  private void copyOf(Path from, Path to) {
    old.close();
    try (var files = Files.list(from)) {
      Files.createDirectory(to);
      for (Path file : files.toList()) {
        Files.copy(file, to.resolve(file.getFileName()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    old = HelpOnFiles.open(from);
  }

  @Test
  void shouldWaitForALeaderWhereHamletOrActivityIsUnknown() throws Exception {
    open(List.of(HAMLET), List.of(new CodedName("on-duty", "Trực")));
    assertThat(carry().waiting()).containsExactly(ticket.code());
    assertThat(there().waitsForLeader()).isTrue();
    assertThat(next.requests.unfinished()).hasSize(1);
    // The hamlet is served, but nobody may take what the form has no word for.
    assertThatThrownBy(() -> next.claim(ticket.code(), "T01"))
        .isInstanceOfSatisfying(
            Refusal.class,
            refused -> assertThat(refused.reason()).isEqualTo(HelpReason.NOT_YOUR_HAMLET));
    next.supervision.reassign(ticket.code(), "T02", "leader", NOW);
    assertThat(next.claim(ticket.code(), "T02").isClaimedBy("T02")).isTrue();
  }

  @Test
  void shouldWaitForALeaderWhereNobodyServesTheHamlet() throws Exception {
    open(List.of(new CodedName("thon-moi", "Thôn Mới")), List.of(ACTIVITY));
    assertThat(carry().waiting()).containsExactly(ticket.code());
    assertThat(there().asked().hamlet()).isEqualTo("co-giao");
    assertThat(there().asked().earlier())
        .isEqualTo(new Asked.Earlier(HelpOnFiles.CAMPAIGN.id(), "Cơ Giáo", "Dịch vụ công"));
    assertThat(next.tickets.own(new Holder(ticket.code(), ticket.secret()), NOW).contact())
        .isNotNull();
  }

  @Test
  void shouldLeaveWhatIsOverAndWhatNobodyDecidedOn() {
    HelpService.Ticket undecided = old.ask();
    HelpService.Ticket over = old.ask();
    old.supervision.leave(over.code(), "leader", old.clock.instant());
    old.tickets.withdraw(new Holder(over.code(), over.secret()), old.clock.instant());
    CarryOver.Outcome outcome = carry();
    assertThat(outcome.undecided()).containsExactly(undecided.code());
    assertThat(outcome.offered()).containsExactly(ticket.code());
    assertThat(kept(old)).as("the undecided one's").hasSize(1);
    assertThat(next.requests.unfinished()).hasSize(1);
  }

  @Test
  void shouldKeepWhatIsThereIfTheCodeIsAnothersInTheNext() {
    HelpRequest mine = old.service.find(ticket.code()).known();
    HelpService.Ticket stranger = next.ask();
    HelpRequest other = next.service.find(stranger.code()).known();
    next.service.changed(
        ticket.code(),
        known ->
            new HelpFact.HelpRequested(
                other.asked().id(),
                ticket.code(),
                "co-giao",
                "public-services",
                "T01",
                other.asked().contact(),
                other.asked().consent(),
                other.asked().secretHash(),
                "any",
                false,
                NOW));
    CarryOver.Outcome outcome = carry();
    assertThat(outcome.taken()).containsExactly(ticket.code());
    assertThat(old.service.find(ticket.code()).known()).isEqualTo(mine);
    assertThat(kept(old)).hasSize(1);
  }

  @Test
  void shouldGoOnFromCampaignToCampaign() throws Exception {
    carry();
    next.supervision.leave(ticket.code(), "leader", NOW);
    Campaign third = Campaigns.of(LocalDate.of(2025, 12, 1), 45, HelpOnFiles.ZONE, 2);
    try (HelpOnFiles last = HelpOnFiles.open(Files.createDirectory(folder.resolve("3")), third)) {
      new CarryOver(stores(next, "lan-hai"), stores(last, third.id()), plan, NOW).run(NOW);
      assertThat(last.tickets.unlock(ticket.code(), ticket.pin(), "S1")).isEqualTo(ticket.secret());
      assertThat(kept(next)).isEmpty();
    }
  }
}
