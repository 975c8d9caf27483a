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
    Zeal zeal = Zeal.any(random);
    int count = Math.min(PHONES.any(random), Math.max(1, team.members()));
    List<Phone> phones = new ArrayList<>();
    for (int number = 1; number <= count; number++) {
      phones.add(new Phone(number, troubles.anyOffset(random), random.split()));
    }
    for (int day = 1; day <= facts.days(); day++) {
      if (random.nextDouble() >= zeal.idleDays()) {
        liveDay(team, zeal, facts.date(day), phones, random);
      }
    }
    return phones.stream().map(phone -> phone.plan(team)).toList();
  }

  private void liveDay(
      TeamFacts team, Zeal zeal, LocalDate date, List<Phone> phones, RandomGenerator random) {
    DayRhythm rhythm = DayRhythm.of(date);
    double mood = 0.8 + 0.4 * random.nextDouble();
    double expected = PER_MEMBER * team.members() * zeal.pace() * rhythm.busyness() * mood;
    for (int visits = Poisson.any(random, expected); visits > 0; visits--) {
      Instant at = date.atTime(rhythm.any(random)).atZone(facts.zone()).toInstant();
      Phone phone = phones.get(random.nextInt(phones.size()));
      phone.live(team, at);
    }
  }

  /** A phone whose acts are being made up. */
  private final class Phone {
    private final int number;
    private final Duration offset;
    private final SplittableRandom random;
    private final List<Act> acts = new ArrayList<>();

    Phone(int number, Duration offset, SplittableRandom random) {
      this.number = number;
      this.offset = offset;
      this.random = random;
    }

    /**
     * A visit, and what may come of it: entered twice, contradicted, taken back, corrected, or
     * joined by a bad entry.
     */
    void live(TeamFacts team, Instant at) {
      Visit visit = visit(team, at);
      Instant later = at.plusSeconds(random.nextInt(300, 5400));
      switch (random.nextInt(200)) {
        case 0, 1, 2 -> acts.add(new Act.EnterTwice(at, visit));
        case 3 -> {
          acts.add(new Act.Enter(at, visit));
          acts.add(new Act.Contradict(later, visit.withResidents(visit.residents() + 1)));
        }
        case 4, 5 -> {
          acts.add(new Act.Enter(at, visit));
          acts.add(new Act.Withdraw(later, visit, random.nextBoolean() ? "double" : "test"));
        }
        case 6, 7 -> {
          acts.add(new Act.Enter(at, visit));
          acts.add(new Act.Correct(later, correction(visit, later)));
        }
        case 8, 9 -> {
          acts.add(new Act.Enter(at, visit));
          acts.add(flawed(visit(team, at.plusSeconds(40))));
        }
        default -> acts.add(new Act.Enter(at, visit));
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

    private Act flawed(Visit visit) {
      Flaw flaw = Flaw.any(random);
      boolean harmless = flaw == Flaw.NOBODY_HELPED && visit.residents() == 0;
      return new Act.EnterFlawed(visit.happenedAt(), visit, harmless ? Flaw.NO_TIME : flaw);
    }

    PhonePlan plan(TeamFacts team) {
      acts.sort(Comparator.comparing(Act::at));
      return new PhonePlan(
          team.code(), number, offset, troubles.anySpells(random), acts, random.nextLong());
    }
  }
}
