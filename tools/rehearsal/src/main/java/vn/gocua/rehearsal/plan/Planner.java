package vn.gocua.rehearsal.plan;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import vn.gocua.rehearsal.plan.CampaignFacts.TeamFacts;

/**
 * Makes plans: each team draws from a generator of its own, so that one team's story does not hang
 * on another's.
 */
final class Planner {

  /** Check-ins of an average team on a working day, for each of its members. */
  private static final double PER_MEMBER = 1.8;

  private static final Weights PHONES = Weights.parse("0 35 45 20");

  private final CampaignFacts facts;
  private final HelpMix mix;
  private final PhoneTroubles troubles;

  Planner(CampaignFacts facts) {
    this.facts = facts;
    this.mix = new HelpMix(facts.activities(), facts.groups());
    this.troubles = new PhoneTroubles(facts);
  }

  Plan plan(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<PhonePlan> phones = new ArrayList<>();
    for (TeamFacts team : facts.teams()) {
      phones.addAll(phonesOf(team, random.split()));
    }
    return new Plan(facts, phones);
  }

  private List<PhonePlan> phonesOf(TeamFacts team, SplittableRandom random) {
    TeamActivity activity = TeamActivity.any(random);
    int count = Math.min(PHONES.any(random), Math.max(1, team.members()));
    List<Phone> phones = new ArrayList<>();
    for (int number = 1; number <= count; number++) {
      phones.add(new Phone(number, troubles.anyOffset(random), random.split()));
    }
    for (int day = 1; day <= facts.days(); day++) {
      if (random.nextDouble() >= activity.idleDays()) {
        liveDay(team, activity, facts.date(day), phones, random);
      }
    }
    return phones.stream().map(phone -> phone.plan(team)).toList();
  }

  private void liveDay(
      TeamFacts team,
      TeamActivity activity,
      LocalDate date,
      List<Phone> phones,
      RandomGenerator random) {
    DayRhythm rhythm = DayRhythm.of(date);
    double mood = 0.8 + 0.4 * random.nextDouble();
    double expected = PER_MEMBER * team.members() * activity.pace() * rhythm.busyness() * mood;
    for (int visits = Poisson.any(random, expected); visits > 0; visits--) {
      Instant at = date.atTime(rhythm.any(random)).atZone(facts.zone()).toInstant();
      Phone phone = phones.get(random.nextInt(phones.size()));
      phone.live(team, at);
    }
  }

  /** A phone whose actions are being made up. */
  private final class Phone {
    private final int number;
    private final Duration offset;
    private final SplittableRandom random;
    private final List<PhoneAction> actions = new ArrayList<>();

    Phone(int number, Duration offset, SplittableRandom random) {
      this.number = number;
      this.offset = offset;
      this.random = random;
    }

    /**
     * Plans a visit, perhaps with a repeat, a contradiction, a void, a correction, or an invalid
     * entry.
     */
    void live(TeamFacts team, Instant at) {
      Visit visit = visit(team, at);
      Instant later = at.plusSeconds(random.nextInt(300, 5400));
      switch (random.nextInt(200)) {
        case 0, 1, 2 -> actions.add(new PhoneAction.EnterTwice(at, visit));
        case 3 -> {
          actions.add(new PhoneAction.Enter(at, visit));
          actions.add(
              new PhoneAction.Contradict(later, visit.withResidents(visit.residents() + 1)));
        }
        case 4, 5 -> {
          actions.add(new PhoneAction.Enter(at, visit));
          actions.add(
              new PhoneAction.Withdraw(later, visit, random.nextBoolean() ? "double" : "test"));
        }
        case 6, 7 -> {
          actions.add(new PhoneAction.Enter(at, visit));
          actions.add(new PhoneAction.Correct(later, correction(visit, later)));
        }
        case 8, 9 -> {
          actions.add(new PhoneAction.Enter(at, visit));
          actions.add(wrong(visit(team, at.plusSeconds(40))));
        }
        default -> actions.add(new PhoneAction.Enter(at, visit));
      }
    }

    private Visit visit(TeamFacts team, Instant at) {
      HelpMix.Help help = mix.any(random);
      boolean said = !team.hamlets().isEmpty() && random.nextInt(10) > 0;
      return new Visit(
          Ids.v7(at.minus(offset), random),
          at,
          help.activity(),
          help.residents(),
          help.groups(),
          help.minutes(),
          said ? team.hamlets().get(random.nextInt(team.hamlets().size())) : null,
          null);
    }

    private Visit correction(Visit visit, Instant at) {
      return new Visit(
          Ids.v7(at.minus(offset), random),
          visit.happenedAt(),
          visit.activity(),
          visit.residents() + 1,
          visit.groups(),
          visit.minutes(),
          visit.hamlet(),
          visit.id());
    }

    private PhoneAction wrong(Visit visit) {
      InputError error = InputError.any(random);
      boolean harmless = error == InputError.NOBODY_HELPED && visit.residents() == 0;
      return new PhoneAction.EnterWrong(
          visit.happenedAt(), visit, harmless ? InputError.NO_TIME : error);
    }

    PhonePlan plan(TeamFacts team) {
      actions.sort(Comparator.comparing(PhoneAction::at));
      return new PhonePlan(
          team.code(), number, offset, troubles.anyOutages(random), actions, random.nextLong());
    }
  }
}
