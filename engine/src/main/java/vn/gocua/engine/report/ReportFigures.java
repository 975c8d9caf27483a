package vn.gocua.engine.report;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import vn.gocua.engine.board.Board;
import vn.gocua.engine.campaign.Targets;
import vn.gocua.engine.campaign.Team;
import vn.gocua.engine.checkin.event.Tally;
import vn.gocua.engine.checkin.event.TallyKey;

/** Figures of a report, of one moment. */
final class ReportFigures {
  private final ZoneId zone;
  private final Instant now;
  private final Board.Figures all;
  private final LocalDate last;

  ReportFigures(ZoneId zone, Instant now, Board.Figures all, LocalDate last) {
    this.zone = zone;
    this.now = now;
    this.all = all;
    this.last = last;
  }

  /** The last day that is reported of. */
  LocalDate last() {
    return last;
  }

  /** Number of events in the figures. */
  long version() {
    return all.version();
  }

  Targets targets() {
    return all.targets();
  }

  Tally sum(Predicate<TallyKey> wanted) {
    Tally sum = Tally.EMPTY;
    for (Map.Entry<TallyKey, Tally> entry : all.tallies().entrySet()) {
      if (!entry.getKey().date().isAfter(last) && wanted.test(entry.getKey())) {
        sum = sum.plus(entry.getValue());
      }
    }
    return sum;
  }

  Tally soFar() {
    return sum(_ -> true);
  }

  Tally onDay(LocalDate date) {
    return sum(key -> key.date().equals(date));
  }

  Map<String, Tally> byTeam(Predicate<TallyKey> wanted) {
    Map<String, Tally> sums = new TreeMap<>();
    all.tallies()
        .forEach((key, tally) -> {
          if (!key.date().isAfter(last) && wanted.test(key)) {
            sums.merge(key.team(), tally, Tally::plus);
          }
        });
    return sums;
  }

  /** The last moment that is reported of. */
  Instant until() {
    Instant end = last.plusDays(1).atStartOfDay(zone).toInstant().minusMillis(1);
    return end.isBefore(now) ? end : now;
  }

  LocalDateTime drawnAt() {
    return LocalDateTime.ofInstant(now, zone);
  }

  static long checkIns(Map<String, Tally> tallies, Team team) {
    return tallies.getOrDefault(team.code(), Tally.EMPTY).checkIns();
  }

  static long residents(Map<String, Tally> tallies, Team team) {
    return tallies.getOrDefault(team.code(), Tally.EMPTY).residents();
  }
}
