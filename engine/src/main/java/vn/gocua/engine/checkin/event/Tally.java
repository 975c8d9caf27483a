package vn.gocua.engine.checkin.event;

/**
 * The counters of a set of check-ins: a sum, so that neither order nor repetition matters.
 *
 * @param checkIns how many, voided ones taken away
 * @param residents people helped
 * @param byActivity check-ins by activity
 * @param byGroup residents of check-ins that name the group
 * @param lastAt when the latest of them happened, epoch milliseconds, voided ones included; 0 for
 *     none
 */
public record Tally(long checkIns, long residents, Counts byActivity, Counts byGroup, long lastAt) {
  public static final Tally EMPTY = new Tally(0, 0, Counts.NONE, Counts.NONE, 0);

  public Tally evolve(CheckInFact fact) {
    return switch (fact) {
      case CheckInFact.CheckInRecorded(CheckIn checkIn, CheckInFact.Reception reception) ->
          count(
              1,
              checkIn.activity(),
              checkIn.residents(),
              checkIn.groups(),
              reception.at().toEpochMilli());
      case CheckInFact.CheckInVoided(CheckInFact.VoidedValues values, _) ->
          count(-1, values.activity(), values.residents(), values.groups(), 0);
    };
  }

  private Tally count(
      int times, String activity, int people, java.util.List<String> groups, long at) {
    Counts groupSums = byGroup;
    for (String group : groups) {
      groupSums = groupSums.plus(group, (long) times * people);
    }
    return new Tally(
        checkIns + times,
        residents + (long) times * people,
        byActivity.plus(activity, times),
        groupSums,
        Math.max(lastAt, at));
  }

  public Tally plus(Tally other) {
    return plus(other, 1);
  }

  /** Subtracts another tally's counts; {@link #lastAt} stays. */
  public Tally minus(Tally other) {
    return plus(other, -1);
  }

  private Tally plus(Tally other, int times) {
    return new Tally(
        checkIns + times * other.checkIns,
        residents + times * other.residents,
        byActivity.plus(other.byActivity, times),
        byGroup.plus(other.byGroup, times),
        Math.max(lastAt, other.lastAt));
  }
}
