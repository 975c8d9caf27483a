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
                    .flatMap(phone -> phone.acts().stream())
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
      for (Act act : phone.acts()) {
        switch (act) {
          case Act.Enter enter -> entered.add(enter.visit().id());
          case Act.EnterTwice enter -> entered.add(enter.visit().id());
          case Act.EnterFlawed _ -> {}
          case Act.Contradict contradict -> assertThat(entered).contains(contradict.altered().id());
          case Act.Correct correct -> assertThat(entered).contains(correct.correction().replaces());
          case Act.Withdraw withdraw -> assertThat(entered).contains(withdraw.visit().id());
        }
      }
    }
  }

  @Test
  void shouldHaveEveryKindOfTrouble() {
    List<Act> acts = plan.phones().stream().flatMap(phone -> phone.acts().stream()).toList();

    assertThat(acts)
        .hasAtLeastOneElementOfType(Act.EnterTwice.class)
        .hasAtLeastOneElementOfType(Act.Contradict.class)
        .hasAtLeastOneElementOfType(Act.Correct.class)
        .hasAtLeastOneElementOfType(Act.Withdraw.class);
    assertThat(flaws(acts)).containsExactlyInAnyOrder(Flaw.values());
    assertThat(plan.phones())
        .extracting(phone -> phone.clockOffset().abs())
        .anyMatch(offset -> offset.compareTo(Duration.ofDays(365)) == 0)
        .anyMatch(offset -> offset.compareTo(Duration.ofHours(1)) > 0)
        .anyMatch(Duration::isZero);
  }

  private static Set<Flaw> flaws(List<Act> acts) {
    Set<Flaw> flaws = new HashSet<>();
    for (Act act : acts) {
      if (act instanceof Act.EnterFlawed flawed) {
        flaws.add(flawed.flaw());
      }
    }
    return flaws;
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
        .flatMap(phone -> phone.acts().stream())
        .flatMap(act ->
            switch (act) {
              case Act.Enter enter -> Stream.of(enter.visit());
              case Act.EnterTwice enter -> Stream.of(enter.visit());
              case Act.EnterFlawed flawed -> Stream.of(flawed.visit());
              case Act.Correct correct -> Stream.of(correct.correction());
              case Act.Contradict _, Act.Withdraw _ -> Stream.empty();
            });
  }
}
