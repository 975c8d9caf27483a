package vn.gocua.rehearsal.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PlanTest {
  private final CampaignFacts facts = Facts.campaign(45, 36);
  private final Plan plan = Plan.of(facts, 1);

  @Test
  void shouldTellTheSameStoryForTheSameSeed() {
    assertThat(Plan.of(facts, 1)).isEqualTo(plan);
    assertThat(Plan.of(facts, 2)).isNotEqualTo(plan);
  }

  @Test
  void shouldNotChangeATeamsStoryWhenAnotherTeamJoins() {
    Plan larger = Plan.of(Facts.campaign(45, 37), 1);

    assertThat(larger.phones()).startsWith(plan.phones().toArray(PhonePlan[]::new));
  }

  @Test
  void shouldMakeAboutTenVisitsATeamADay() {
    double visits = visits(plan).count() / (36.0 * 45);

    assertThat(visits).isBetween(8.0, 12.0);
  }

  @Test
  void shouldGiveTeamsOfDifferentZealDifferentNumbers() {
    List<Long> byTeam =
        facts.teams().stream()
            .map(team ->
                plan.phones().stream()
                    .filter(phone -> phone.team().equals(team.code()))
                    .flatMap(phone -> phone.actions().stream())
                    .count())
            .sorted()
            .toList();

    assertThat(byTeam.getLast()).isGreaterThan(2 * byTeam.getFirst());
  }

  @Test
  void shouldGiveEveryTeamOneToThreePhones() {
    for (var team : facts.teams()) {
      assertThat(plan.phones().stream().filter(phone -> phone.team().equals(team.code())).count())
          .isBetween(1L, 3L);
    }
  }

  @Test
  void shouldKeepEveryVisitWithinTheCampaign() {
    assertThat(visits(plan))
        .allMatch(visit -> facts.dayOf(visit.happenedAt()) >= 1)
        .allMatch(visit -> facts.dayOf(visit.happenedAt()) <= 45);
  }

  @Test
  void shouldNameEveryEntryOnceByAUuidOfVersionSeven() {
    List<UUID> ids = visits(plan).map(Visit::id).toList();

    assertThat(ids).doesNotHaveDuplicates().allMatch(id -> id.version() == 7);
    assertThat(ids).allMatch(id -> id.variant() == 2);
  }

  @Test
  void shouldFollowUpOnlyWhatWasEnteredBefore() {
    for (PhonePlan phone : plan.phones()) {
      Set<UUID> entered = new HashSet<>();
      for (PhoneAction action : phone.actions()) {
        switch (action) {
          case PhoneAction.Enter enter -> entered.add(enter.visit().id());
          case PhoneAction.EnterTwice enter -> entered.add(enter.visit().id());
          case PhoneAction.EnterWrong _ -> {}
          case PhoneAction.Contradict contradict ->
              assertThat(entered).contains(contradict.altered().id());
          case PhoneAction.Correct correct ->
              assertThat(entered).contains(correct.correction().replaces());
          case PhoneAction.Withdraw withdraw -> assertThat(entered).contains(withdraw.visit().id());
        }
      }
    }
  }

  @Test
  void shouldHaveEveryKindOfTrouble() {
    List<PhoneAction> actions =
        plan.phones().stream().flatMap(phone -> phone.actions().stream()).toList();

    assertThat(actions)
        .hasAtLeastOneElementOfType(PhoneAction.EnterTwice.class)
        .hasAtLeastOneElementOfType(PhoneAction.Contradict.class)
        .hasAtLeastOneElementOfType(PhoneAction.Correct.class)
        .hasAtLeastOneElementOfType(PhoneAction.Withdraw.class);
    assertThat(errors(actions)).containsExactlyInAnyOrder(InputError.values());
    assertThat(plan.phones())
        .extracting(phone -> phone.clockOffset().abs())
        .anyMatch(offset -> offset.compareTo(Duration.ofDays(365)) == 0)
        .anyMatch(offset -> offset.compareTo(Duration.ofHours(1)) > 0)
        .anyMatch(Duration::isZero);
  }

  private static Set<InputError> errors(List<PhoneAction> actions) {
    Set<InputError> errors = new HashSet<>();
    for (PhoneAction action : actions) {
      if (action instanceof PhoneAction.EnterWrong wrong) {
        errors.add(wrong.error());
      }
    }
    return errors;
  }

  @Test
  void shouldBringEveryPhoneBackToTheNetworkShortlyAfterTheEnd() {
    Instant latest = facts.end().plus(Duration.ofHours(3));

    assertThat(plan.phones())
        .allMatch(phone -> phone.offline().stream().noneMatch(s -> s.until().isAfter(latest)))
        .anyMatch(phone ->
            phone.offline().stream()
                .anyMatch(s ->
                    Duration.between(s.from(), s.until()).compareTo(Duration.ofHours(36)) > 0));
  }

  private static Stream<Visit> visits(Plan plan) {
    return plan.phones().stream()
        .flatMap(phone -> phone.actions().stream())
        .flatMap(action ->
            switch (action) {
              case PhoneAction.Enter enter -> Stream.of(enter.visit());
              case PhoneAction.EnterTwice enter -> Stream.of(enter.visit());
              case PhoneAction.EnterWrong wrong -> Stream.of(wrong.visit());
              case PhoneAction.Correct correct -> Stream.of(correct.correction());
              case PhoneAction.Contradict _, PhoneAction.Withdraw _ -> Stream.empty();
            });
  }
}
