package vn.gocua.engine.stats;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import vn.gocua.engine.board.Board;
import vn.gocua.engine.campaign.Campaign;
import vn.gocua.engine.checkin.event.CheckInEvents;
import vn.gocua.engine.checkin.event.CheckInFact.CheckInRecorded;
import vn.gocua.engine.checkin.event.CheckInFact.CheckInVoided;
import vn.gocua.engine.checkin.event.TallyKey;
import vn.gocua.engine.journal.Journal;
import vn.gocua.protocol.board.StatsByHour;
import vn.gocua.protocol.board.StatsByHour.Cell;
import vn.gocua.protocol.board.StatsByHour.Place;
import vn.gocua.protocol.board.StatsByHour.WithoutHour;

/**
 * Counts by hour and hamlet, which tallies do not hold. DayCounts from the journal by a team's day,
 * and cached until that day's tally changes.
 */
public final class HourlyCounts {
  static final int HOURS = 24;

  /** Index of check-ins whose hour is unknown. */
  private static final int NO_HOUR = HOURS;

  private static final int SLOTS = HOURS + 1;

  private final Campaign campaign;
  private final Journal journal;
  private final Board board;
  private final Map<TallyKey, DayCounts> known = new ConcurrentHashMap<>();

  public HourlyCounts(Campaign campaign, Journal journal, Board board) {
    this.campaign = campaign;
    this.journal = journal;
    this.board = board;
  }

  /** Counts of one place or hour. */
  record Count(long checkIns, long residents) {
    Count plus(Count other) {
      return new Count(checkIns + other.checkIns, residents + other.residents);
    }
  }

  private record DayCounts(int version, Map<Integer, Count> byHour, Map<String, Count> byHamlet) {}

  private record Given(int hour, String hamlet, Count count) {}

  /**
   * Adds a span up. Blocks while days that have changed are read.
   *
   * @param at when it is asked for
   */
  StatsByHour of(DateRange span, OffsetDateTime at) {
    Map<Integer, Count> cells = new TreeMap<>();
    Map<String, Count> hamlets = new TreeMap<>();
    for (TallyKey key : board.tallies().keySet()) {
      if (span.holds(key, campaign)) {
        DayCounts day = day(key);
        DayOfWeek weekday = key.date().getDayOfWeek();
        day.byHour()
            .forEach((hour, n) -> cells.merge(weekday.getValue() * SLOTS + hour, n, Count::plus));
        day.byHamlet().forEach((hamlet, n) -> hamlets.merge(hamlet, n, Count::plus));
      }
    }
    List<Cell> rows = new ArrayList<>();
    List<WithoutHour> without = new ArrayList<>();
    cells.forEach((slot, n) -> {
      int weekday = slot / SLOTS;
      int hour = slot % SLOTS;
      if (hour == NO_HOUR) {
        without.add(new WithoutHour(weekday, n.checkIns(), n.residents()));
      } else {
        rows.add(new Cell(weekday, hour, n.checkIns(), n.residents()));
      }
    });
    List<Place> places = new ArrayList<>();
    hamlets.forEach((hamlet, n) -> {
      if (n.checkIns() != 0) {
        places.add(new Place(hamlet.isEmpty() ? null : hamlet, n.checkIns(), n.residents()));
      }
    });
    return new StatsByHour(at, rows, without, places);
  }

  private DayCounts day(TallyKey key) {
    int version = board.tally(key).version();
    DayCounts before = known.get(key);
    if (before != null && before.version() >= version) {
      return before;
    }
    DayCounts now = fold(key);
    known.put(key, now);
    return now;
  }

  private DayCounts fold(TallyKey key) {
    Map<String, Given> given = new HashMap<>();
    List<String> voided = new ArrayList<>();
    int[] events = new int[1];
    journal.readStream(
        key.stream(),
        event -> {
          events[0]++;
          switch (CheckInEvents.fact(event)) {
            case CheckInRecorded fact -> given.put(event.id(), given(fact));
            case CheckInVoided fact -> voided.add(fact.values().checkIn());
          }
        });
    voided.forEach(given::remove);
    Map<Integer, Count> byHour = new HashMap<>();
    Map<String, Count> byHamlet = new HashMap<>();
    for (Given one : given.values()) {
      byHour.merge(one.hour(), one.count(), Count::plus);
      byHamlet.merge(one.hamlet(), one.count(), Count::plus);
    }
    return new DayCounts(events[0], byHour, byHamlet);
  }

  private Given given(CheckInRecorded fact) {
    Instant at = fact.reception().at();
    String hamlet = fact.checkIn().hamlet();
    return new Given(
        fact.reception().hourIsKnown(campaign.zone())
            ? at.atZone(campaign.zone()).getHour()
            : NO_HOUR,
        hamlet == null ? "" : hamlet,
        new Count(1, fact.checkIn().residents()));
  }
}
