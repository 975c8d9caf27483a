package vn.gocua.engine.board;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.gocua.engine.campaign.Campaign;
import vn.gocua.engine.campaign.CodedName;
import vn.gocua.engine.campaign.Targets;
import vn.gocua.engine.checkin.event.Counts;
import vn.gocua.engine.checkin.event.Tally;
import vn.gocua.engine.checkin.event.TallyKey;
import vn.gocua.engine.live.Projection.Folded;
import vn.gocua.protocol.board.BoardMessage;
import vn.gocua.protocol.board.BoardMessage.Day;
import vn.gocua.protocol.board.BoardMessage.Doubt;
import vn.gocua.protocol.board.BoardMessage.Latest;
import vn.gocua.protocol.board.BoardMessage.Totals;

/**
 * The latest counts of all tallies on this node, with running sums whose cost does not grow with
 * the campaign. Each change has a revision, so that a viewer gets the changes since the one it saw,
 * in absolute values.
 *
 * <p>Thread-safe.
 */
public final class Board {
  private static final int RECENT = 40;

  private record Counted(long revision, RecentCheckIn latest) {}

  private final Campaign campaign;
  private final double clockSpeed;
  private final Map<TallyKey, Folded<Tally>> tallies = new HashMap<>();
  private final RunningTotal total = new RunningTotal();
  private final Map<String, RunningTotal> byTeam = new HashMap<>();
  private final Map<LocalDate, RunningTotal> byDate = new HashMap<>();
  private final ArrayDeque<Counted> recent = new ArrayDeque<>();
  private final Standings standings;
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
  private Targets targets;
  private @Nullable Doubt doubt;
  private long version;
  private long revision = 1;
  private long wholeSince = 1;

  /**
   * @param clockSpeed campaign seconds per real second: 1 but in a rehearsal
   */
  public Board(Campaign campaign, double clockSpeed) {
    this.campaign = campaign;
    this.clockSpeed = clockSpeed;
    this.standings = new Standings(campaign);
    this.targets = Targets.of(campaign);
  }

  /** Calls back, on any thread, when viewers need an update. */
  public void onChange(Runnable listener) {
    listeners.add(listener);
  }

  /** Notifies viewers of a change. */
  public void changed() {
    listeners.forEach(Runnable::run);
  }

  /** Stores a tally if it is newer. A repeat or an older one changes nothing. */
  public synchronized void update(TallyKey key, Folded<Tally> now, List<RecentCheckIn> counted) {
    Folded<Tally> before = tallies.get(key);
    if (before == null || now.version() > before.version()) {
      put(key, before, now);
      for (RecentCheckIn latest : counted) {
        recent.addLast(new Counted(revision, latest));
        if (recent.size() > RECENT) {
          recent.removeFirst();
        }
      }
    }
  }

  /** Fills in the newest check-ins of before this start, oldest first; no viewer waits for them. */
  synchronized void recall(List<RecentCheckIn> before) {
    List<RecentCheckIn> known = recent.stream().map(Counted::latest).toList();
    for (RecentCheckIn latest : before.reversed()) {
      if (recent.size() < RECENT && !known.contains(latest)) {
        recent.addFirst(new Counted(0, latest));
      }
    }
  }

  /**
   * Compares with the current tallies and stores those that differ.
   *
   * @return number of tallies that differed; if any did, every viewer gets a whole board
   */
  public synchronized int refresh(Map<TallyKey, Folded<Tally>> current) {
    int different = 0;
    for (var entry : current.entrySet()) {
      Folded<Tally> before = tallies.get(entry.getKey());
      boolean differs =
          before == null
              ? entry.getValue().version() > 0
              : entry.getValue().version() >= before.version() && !before.equals(entry.getValue());
      if (differs) {
        different++;
        put(entry.getKey(), before, entry.getValue());
      }
    }
    if (different > 0) {
      wholeSince = revision;
    }
    return different;
  }

  private void put(TallyKey key, @Nullable Folded<Tally> before, Folded<Tally> now) {
    revision++;
    Tally old = before == null ? Tally.EMPTY : before.state();
    total.replace(old, now.state(), revision);
    byTeam.computeIfAbsent(key.team(), _ -> new RunningTotal()).replace(old, now.state(), revision);
    byDate.computeIfAbsent(key.date(), _ -> new RunningTotal()).replace(old, now.state(), revision);
    version += now.version() - (before == null ? 0 : before.version());
    tallies.put(key, now);
  }

  /**
   * Other targets count from now on: every viewer gets a whole board.
   *
   * @return false if they are the same
   */
  public synchronized boolean retarget(Targets now) {
    if (now.equals(targets)) {
      return false;
    }
    targets = now;
    wholeSince = ++revision;
    return true;
  }

  public synchronized Targets targets() {
    return targets;
  }

  /**
   * Sets the doubt about a clock. Every viewer then gets a whole board.
   *
   * @param now null if no clock is in doubt
   * @return false if nothing changed
   */
  public synchronized boolean doubt(@Nullable Doubt now) {
    if (Objects.equals(now, doubt)) {
      return false;
    }
    doubt = now;
    wholeSince = ++revision;
    return true;
  }

  /** A new day has begun: every viewer gets a whole board. */
  public synchronized void startDay() {
    wholeSince = ++revision;
  }

  public synchronized long revision() {
    return revision;
  }

  public synchronized long version() {
    return version;
  }

  /** The latest value of one tally; version 0 if there is none. */
  public synchronized Folded<Tally> tally(TallyKey key) {
    return tallies.getOrDefault(key, new Folded<>(Tally.EMPTY, 0));
  }

  /** All tallies that this node has. */
  public synchronized Map<TallyKey, Tally> tallies() {
    Map<TallyKey, Tally> all = HashMap.newHashMap(tallies.size());
    tallies.forEach((key, tally) -> all.put(key, tally.state()));
    return all;
  }

  /** The streams on this node's board. */
  public synchronized Set<String> streams() {
    return tallies.keySet().stream().map(TallyKey::stream).collect(Collectors.toSet());
  }

  /** All counts of one moment, and the targets. */
  public record Figures(long version, Map<TallyKey, Tally> tallies, Targets targets) {}

  public synchronized Figures figures() {
    Map<TallyKey, Tally> counts = new HashMap<>();
    tallies.forEach((key, tally) -> counts.put(key, tally.state()));
    return new Figures(version, counts, targets);
  }

  /** The board for a viewer who has seen a revision. */
  public record BoardDelta(long revision, boolean whole, BoardMessage view) {}

  /** The whole board. */
  public synchronized BoardDelta whole(Instant now) {
    return since(0, now);
  }

  /** Changes since a revision; the whole board if the revision is too old or of another board. */
  public synchronized BoardDelta since(long seen, Instant now) {
    boolean whole = seen < wholeSince || seen > revision;
    long from = whole ? -1 : seen;
    LocalDate date = campaign.dateOf(now);
    int day = campaign.dayOf(date);
    double elapsed = Pace.elapsed(campaign, now);
    if (standings.rank(byTeam, targets, team -> today(team, date), elapsed, revision + 1)) {
      revision++;
    }
    BoardMessage view =
        new BoardMessage(
            version,
            campaign.local(now),
            day,
            (int) campaign.teams().keySet().stream().filter(t -> today(t, date) > 0).count(),
            Math.round(elapsed * 1e6) / 1e6,
            Pace.level(Pace.of(total.tally().checkIns(), targets.whole().checkIns(), elapsed)),
            sums(total.tally()),
            sums(byDate.getOrDefault(date, new RunningTotal()).tally()),
            whole
                ? new BoardMessage.Targets(targets.whole().checkIns(), targets.whole().residents())
                : null,
            days(day, from),
            standings.changedSince(from),
            recent(from, now),
            doubt);
    return new BoardDelta(revision, whole, view);
  }

  private long today(String team, LocalDate date) {
    return tally(new TallyKey(campaign.id(), team, date)).state().checkIns();
  }

  private List<Day> days(int today, long from) {
    List<Day> days = new ArrayList<>();
    for (int day = 1; day <= Math.min(today, campaign.days()); day++) {
      RunningTotal sum = byDate.getOrDefault(campaign.dateOfDay(day), new RunningTotal());
      if (from < 0 || sum.changedSince(from)) {
        days.add(new Day(day, sum.tally().checkIns(), sum.tally().residents()));
      }
    }
    return days;
  }

  private List<Latest> recent(long from, Instant now) {
    List<Latest> fresh = new ArrayList<>();
    for (Counted counted : recent) {
      if (counted.revision() > from) {
        RecentCheckIn latest = counted.latest();
        fresh.add(
            new Latest(
                latest.team(),
                latest.activity(),
                latest.residents(),
                campaign.local(latest.receivedAt()),
                age(latest.receivedAt(), now)));
      }
    }
    return fresh;
  }

  /** Real milliseconds between two moments of the campaign's time. */
  private long age(Instant receivedAt, Instant now) {
    return Math.max(0, Math.round(Duration.between(receivedAt, now).toMillis() / clockSpeed));
  }

  private Totals sums(Tally tally) {
    return new Totals(
        tally.checkIns(),
        tally.residents(),
        every(campaign.activities(), tally.byActivity()),
        every(campaign.groups(), tally.byGroup()));
  }

  private static Map<String, Long> every(List<CodedName> named, Counts counts) {
    Map<String, Long> all = new LinkedHashMap<>();
    named.forEach(each -> all.put(each.code(), counts.of(each.code())));
    counts.byCode().forEach(all::putIfAbsent);
    return all;
  }
}
