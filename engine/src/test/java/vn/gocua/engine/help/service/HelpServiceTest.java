package vn.gocua.engine.help.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.gocua.engine.checkin.event.CheckIn;
import vn.gocua.engine.checkin.event.CheckInEvents;
import vn.gocua.engine.checkin.event.CheckInFact.CheckInRecorded;
import vn.gocua.engine.checkin.event.CheckInFact.Reception;
import vn.gocua.engine.checkin.event.CheckInFact.VoidReception;
import vn.gocua.engine.checkin.event.TallyKey;
import vn.gocua.engine.config.ReadingLimits;
import vn.gocua.engine.help.contact.Contact;
import vn.gocua.engine.help.state.HelpRequest;
import vn.gocua.engine.help.state.PreferredTime;
import vn.gocua.engine.help.state.Stage.Claimed;
import vn.gocua.engine.help.state.Stage.Closed;
import vn.gocua.engine.help.state.Stage.Open;
import vn.gocua.engine.journal.Event;
import vn.gocua.engine.journal.GroupCommit;
import vn.gocua.engine.support.Item;
import vn.gocua.engine.vault.AccessLog;
import vn.gocua.engine.vault.LeaderReading;
import vn.gocua.protocol.help.HelpReason;
import vn.gocua.protocol.refusal.Reason;
import vn.gocua.protocol.refusal.Refusal;

/** Who wins, what may be repeated, and what a crash leaves, on real files. */
@Tag("slow")
class HelpServiceTest {
  @TempDir private Path folder;
  private HelpOnFiles here;

  @BeforeEach
  void open() {
    here = HelpOnFiles.open(folder);
  }

  @AfterEach
  void close() {
    here.close();
  }

  private void crashAndComeBack() {
    here.close();
    here = HelpOnFiles.open(folder);
  }

  private HelpRequest stored(String code) {
    return here.service.find(code).known();
  }

  private Closed closed(String code) {
    return (Closed) stored(code).stage();
  }

  private static @Nullable Reason refusal(Runnable work) {
    try {
      work.run();
      return null;
    } catch (Refusal refused) {
      return refused.reason();
    }
  }

  @RepeatedTest(10)
  void shouldLetExactlyOneOfTwentyTeamsWin() {
    String code = here.ask().code();
    CyclicBarrier start = new CyclicBarrier(20);
    List<CompletableFuture<Object>> tries = new ArrayList<>();
    try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
      for (String team : HelpOnFiles.CAMPAIGN.teams().keySet()) {
        tries.add(
            CompletableFuture.supplyAsync(
                () -> {
                  await(start);
                  try {
                    return here.claim(code, team).team();
                  } catch (Refusal refused) {
                    return refused;
                  }
                },
                executor));
      }
    }
    List<Object> outcomes = tries.stream().map(CompletableFuture::join).toList();
    List<Object> winners = outcomes.stream().filter(String.class::isInstance).toList();
    assertThat(winners).hasSize(1);
    assertThat(outcomes.stream().filter(Refusal.class::isInstance))
        .hasSize(19)
        .allSatisfy(lost -> {
          assertThat(((Refusal) lost).reason()).isEqualTo(HelpReason.ALREADY_CLAIMED);
          assertThat(((Refusal) lost).team()).isEqualTo(winners.getFirst());
        });
    assertThat(here.events().stream().filter(e -> e.type().equals("help-claimed/1"))).hasSize(1);
  }

  private static void await(CyclicBarrier barrier) {
    try {
      barrier.await();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void shouldTakeRepeatedCommandsForOne() {
    String code = here.ask().code();
    for (int i = 0; i < 3; i++) {
      assertThat(here.claim(code, "T03").stage()).isInstanceOf(Claimed.class);
    }
    for (int i = 0; i < 3; i++) {
      assertThat(
              here.service
                  .release(code, HelpOnFiles.phone("T03"), here.clock.instant())
                  .known()
                  .stage())
          .isEqualTo(new Open());
    }
    here.claim(code, "T04");
    for (int i = 0; i < 3; i++) {
      here.service.close(code, HelpOnFiles.phone("T04"), null, here.clock.instant());
    }
    assertThat(here.events().stream().map(Event::type))
        .containsExactly(
            "help-requested/2",
            "help-claimed/1",
            "help-released/1",
            "help-claimed/1",
            "help-closed/1");
  }

  @Test
  void shouldNameTheOtherTeamInEveryRefusal() {
    String code = here.ask().code();
    assertThat(
            refusal(() ->
                here.service.close(code, HelpOnFiles.phone("T03"), null, here.clock.instant())))
        .isEqualTo(HelpReason.CLAIM_FIRST);
    here.claim(code, "T03");
    assertThat(
            refusal(
                () -> here.service.release(code, HelpOnFiles.phone("T05"), here.clock.instant())))
        .isEqualTo(HelpReason.ALREADY_CLAIMED);
    here.service.close(code, HelpOnFiles.phone("T03"), null, here.clock.instant());
    assertThatThrownBy(() -> here.claim(code, "T05"))
        .isInstanceOfSatisfying(
            Refusal.class,
            e -> {
              assertThat(e.reason()).isEqualTo(HelpReason.ALREADY_CLOSED);
              assertThat(e.team()).isEqualTo("T03");
            });
  }

  @Test
  void shouldGiveEveryRequestACodeOfItsOwnAndKeepItForRetries() {
    Map<String, HelpService.Ticket> byId = new HashMap<>();
    for (int i = 0; i < 400; i++) {
      HelpService.RequestHelp wanted = HelpOnFiles.order();
      byId.put(wanted.id(), here.service.ask(wanted, "", here.clock.instant()));
    }
    assertThat(byId.values().stream().map(HelpService.Ticket::code)).doesNotHaveDuplicates();
    crashAndComeBack();
    byId.forEach((id, ticket) ->
        assertThat(here.service.ask(HelpOnFiles.order(id), "", here.clock.instant()))
            .isEqualTo(ticket));
    assertThat(here.requests.repository().keys()).hasSize(400);
  }

  @Test
  void shouldTakeALongerCodeWhenTheShortOnesAreTaken() {
    TicketCode codes = new TicketCode("hong-van-45", here.vault);
    assertThat(codes.candidate("a", 0)).matches("HV-[0-9]{4}");
    assertThat(codes.candidate("a", 7)).matches("HV-[0-9]{4}");
    assertThat(codes.candidate("a", 8)).matches("HV-[0-9]{5}");
    assertThat(codes.candidate("a", TicketCode.CANDIDATES - 1)).matches("HV-[0-9]{8}");
    assertThat(codes.candidate("a", 0)).isEqualTo(codes.candidate("a", 0));
    assertThat(TicketCode.prefix("xa")).isEqualTo("XG");
    assertThat(TicketCode.prefix("2025")).isEqualTo("GC");
  }

  @Test
  void shouldRefuseAnIdThatStandsForAnotherRequest() {
    HelpService.RequestHelp wanted = HelpOnFiles.order();
    here.service.ask(wanted, "", here.clock.instant());
    HelpService.RequestHelp other =
        new HelpService.RequestHelp(
            wanted.id(),
            wanted.hamlet(),
            "on-duty",
            wanted.contact(),
            wanted.consent(),
            PreferredTime.ANY,
            false);
    assertThat(refusal(() -> here.service.ask(other, "", here.clock.instant())))
        .isEqualTo(HelpReason.HELP_REQUEST_DIFFERS);
  }

  @Test
  void shouldShareRequestsOutAmongTheHamletsTeams() {
    List<String> teams = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      teams.add(here.ask().team());
    }
    for (String team : HelpOnFiles.CAMPAIGN.teams().keySet()) {
      assertThat(teams.stream().filter(team::equals)).as(team).hasSize(2);
    }
  }

  @Test
  void shouldHavePersonalDataInTheVaultOnly() {
    String code = here.ask().code();
    here.claim(code, "T03");
    here.service.contactFor(code, HelpOnFiles.phone("T03"), here.clock.instant());
    assertThat(here.events().toString())
        .contains("help-requested/2", "personal-data-read/1")
        .doesNotContain(HelpOnFiles.PHONE)
        .doesNotContain(HelpOnFiles.NAME)
        .doesNotContain(HelpOnFiles.ADDRESS)
        .doesNotContain("elderly");
    assertThat(HelpOnFiles.order().toString()).doesNotContain(HelpOnFiles.PHONE);
  }

  @Test
  void shouldRecordEveryReadingOfAContact() {
    String code = here.ask().code();
    here.claim(code, "T03");
    assertThat(here.service.contactFor(code, HelpOnFiles.phone("T03"), here.clock.instant()))
        .isEqualTo(
            new Contact(
                HelpOnFiles.NAME, HelpOnFiles.PHONE, HelpOnFiles.ADDRESS, List.of("elderly")));
    here.service.contactForLeader(code, new LeaderReading("leader", here.clock.instant()));
    AccessLog log = new AccessLog("thu-nghiem", here.journal, here.commit, ReadingLimits.NONE);
    assertThat(log.of("help-request/" + code))
        .extracting(r -> r.by() + " " + r.purpose() + " " + r.at())
        .containsExactly(
            "phone-of-T03 visit " + here.clock.instant(),
            "leader supervision " + here.clock.instant());
  }

  @Test
  void shouldShowAContactOnlyWhileTheTeamHasTheRequest() {
    String code = here.ask().code();
    Runnable read =
        () -> here.service.contactFor(code, HelpOnFiles.phone("T03"), here.clock.instant());
    assertThat(refusal(read)).isEqualTo(HelpReason.CLAIM_FIRST);
    here.claim(code, "T03");
    assertThat(refusal(read)).isNull();
    here.service.release(code, HelpOnFiles.phone("T03"), here.clock.instant());
    here.claim(code, "T04");
    assertThat(refusal(read)).isEqualTo(HelpReason.ALREADY_CLAIMED);
    here.service.close(code, HelpOnFiles.phone("T04"), null, here.clock.instant());
    assertThat(refusal(read)).isEqualTo(HelpReason.ALREADY_CLOSED);
    here.vault.erase(stored(code).asked().contact());
    assertThat(
            refusal(() ->
                here.service.contactForLeader(
                    code, new LeaderReading("leader", here.clock.instant()))))
        .isEqualTo(HelpReason.CONTACT_ERASED);
  }

  @Test
  void shouldGiveTheSameTicketAfterACrashBetweenTheJournalAndTheAnswer() {
    HelpService.RequestHelp wanted = HelpOnFiles.order();
    HelpService.Ticket lost = here.service.ask(wanted, "", here.clock.instant());
    crashAndComeBack();
    here.clock.advance(Duration.ofMinutes(3));
    assertThat(here.service.ask(wanted, "", here.clock.instant())).isEqualTo(lost);
    assertThat(here.events()).hasSize(1);
  }

  @Test
  void shouldEraseAContactWhoseRequestNeverCameToBe() {
    String held = here.ask().code();
    // Dies between the vault and the journal.
    String orphan = "0".repeat(64);
    here.vault.keep(orphan, new byte[] {1}, here.clock.instant());
    here.vault.keep("another-feature/1", new byte[] {1}, here.clock.instant());
    crashAndComeBack();
    here.jobs.eraseOrphans();
    assertThat(here.vault.keptBefore(here.clock.instant().plusSeconds(1))).contains(orphan);
    here.close();
    here = HelpOnFiles.openLater(folder, Duration.ofHours(2));
    here.jobs.eraseOrphans();
    assertThat(here.vault.keptBefore(here.clock.instant().plusSeconds(1)))
        .containsExactlyInAnyOrder(stored(held).asked().contact(), "another-feature/1");
  }

  private Event checkIn(String team, String code) {
    CheckIn entered =
        new CheckIn(
            team,
            here.clock.instant(),
            "public-services",
            1,
            List.of(),
            null,
            "co-giao",
            code,
            null);
    Reception reception =
        new Reception(here.clock.instant(), here.clock.instant(), null, "phone-of-" + team);
    String stream =
        new TallyKey("thu-nghiem", team, HelpOnFiles.CAMPAIGN.dateOf(here.clock.instant()))
            .stream();
    Event event =
        CheckInEvents.recorded(Item.newId(), stream, new CheckInRecorded(entered, reception));
    var _ = GroupCommit.join(here.commit.append(List.of(event)));
    return event;
  }

  @Test
  void shouldCloseAfterACrashBetweenTheCheckInAndTheClose() {
    String code = here.ask().code();
    here.claim(code, "T03");
    here.clock.advance(Duration.ofDays(2));
    Event visit = checkIn("T03", code);
    here.close();
    here = HelpOnFiles.open(folder);
    here.clock.advance(Duration.ofDays(3));
    here.jobs.closeAnswered();
    assertThat(closed(code).checkIn()).isEqualTo(visit.id());
    here.jobs.closeAnswered();
    assertThat(here.service.find(code).version()).isEqualTo(3);
  }

  @Test
  void shouldNotCloseForACheckInFromBeforeTheClaimOrAVoidedOneOrAnotherTeams() {
    String code = here.ask().code();
    checkIn("T03", code);
    here.clock.advance(Duration.ofMinutes(1));
    here.claim(code, "T03");
    checkIn("T04", code);
    Event voided = checkIn("T03", code);
    var _ =
        GroupCommit.join(
            here.commit.append(
                List.of(
                    CheckInEvents.voided(
                        voided,
                        (CheckInRecorded) CheckInEvents.fact(voided),
                        new VoidReception(
                            "mistake", here.clock.instant(), "phone-of-T03", null)))));
    here.jobs.closeAnswered();
    assertThat(stored(code).stage()).isInstanceOf(Claimed.class);
  }

  @Test
  void shouldWantTheCheckInBeforeTheClose() {
    String code = here.ask().code();
    here.claim(code, "T03");
    String unsent = Item.newId();
    assertThat(
            refusal(() ->
                here.service.close(code, HelpOnFiles.phone("T03"), unsent, here.clock.instant())))
        .isEqualTo(HelpReason.UNKNOWN_CHECK_IN);
    Event others = checkIn("T04", code);
    assertThat(
            refusal(() ->
                here.service.close(
                    code, HelpOnFiles.phone("T03"), others.id(), here.clock.instant())))
        .isEqualTo(HelpReason.UNKNOWN_CHECK_IN);
    Event visit = checkIn("T03", code);
    here.service.close(code, HelpOnFiles.phone("T03"), visit.id(), here.clock.instant());
    assertThat(closed(code).checkIn()).isEqualTo(visit.id());
  }
}
