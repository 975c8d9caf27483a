package vn.gocua.engine.board;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import vn.gocua.engine.campaign.Campaign;
import vn.gocua.engine.checkin.event.CheckInEvents;
import vn.gocua.engine.checkin.event.Tally;
import vn.gocua.engine.checkin.event.TallyKey;
import vn.gocua.engine.journal.Event;
import vn.gocua.engine.journal.Journal;
import vn.gocua.engine.live.LiveView;
import vn.gocua.engine.live.Projection.Folded;
import vn.gocua.protocol.board.RecountInfo;
import vn.gocua.protocol.board.RecountInfo.Difference;
import vn.gocua.protocol.board.RecountInfo.Side;

/** Folds the whole journal from scratch and compares the result with the live view. */
final class Recount {
  private static final int ROUNDS = 5;
  private static final Duration GRACE = Duration.ofMillis(300);

  private final Campaign campaign;
  private final Journal journal;
  private final LiveView<Tally> live;
  private final Board board;

  public Recount(Campaign campaign, Journal journal, LiveView<Tally> live, Board board) {
    this.campaign = campaign;
    this.journal = journal;
    this.live = live;
    this.board = board;
  }

  private static final class Fold {
    private Tally tally = Tally.EMPTY;
    private long events;

    private void add(Event event) {
      tally = tally.evolve(CheckInEvents.fact(event));
      events++;
    }

    private Folded<Tally> versioned() {
      return new Folded<>(tally, Math.toIntExact(events));
    }
  }

  /**
   * Counts. Traffic does not fool it: a stream that differs is read again after a grace. Blocks.
   */
  public RecountInfo run() {
    long start = System.nanoTime();
    Map<String, Folded<Tally>> journaled = foldAll();
    TreeSet<String> streams = new TreeSet<>(journaled.keySet());
    streams.addAll(board.streams());
    Map<String, Folded<Tally>> lives = new HashMap<>(live.getAll(streams));
    Map<String, Folded<Tally>> shown = new HashMap<>();
    streams.forEach(stream -> shown.put(stream, board.tally(TallyKey.of(stream))));
    List<Difference> differences = new ArrayList<>();
    for (String stream : streams) {
      lookAgain(stream, journaled, lives, shown);
      if (!agree(stream, journaled, lives, shown)) {
        TallyKey key = TallyKey.of(stream);
        differences.add(
            new Difference(
                key.team(),
                key.date().toString(),
                side(List.of(of(journaled, stream))),
                side(List.of(of(lives, stream))),
                side(List.of(of(shown, stream)))));
      }
    }
    return new RecountInfo(
        side(journaled.values()),
        side(lives.values()),
        side(shown.values()),
        differences.isEmpty(),
        differences,
        Duration.ofNanos(System.nanoTime() - start).toMillis());
  }

  private Map<String, Folded<Tally>> foldAll() {
    Map<String, Fold> folds = new HashMap<>();
    journal.readAll(
        TallyKey.prefix(campaign.id()),
        event -> folds.computeIfAbsent(event.stream(), _ -> new Fold()).add(event));
    Map<String, Folded<Tally>> journaled = new HashMap<>();
    folds.forEach((stream, fold) -> journaled.put(stream, fold.versioned()));
    return journaled;
  }

  private void lookAgain(
      String stream,
      Map<String, Folded<Tally>> journaled,
      Map<String, Folded<Tally>> lives,
      Map<String, Folded<Tally>> shown) {
    for (int round = 0; round < ROUNDS && !agree(stream, journaled, lives, shown); round++) {
      try {
        Thread.sleep(GRACE.multipliedBy(round));
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt();
        return;
      }
      Fold fold = new Fold();
      journal.readStream(stream, fold::add);
      journaled.put(stream, fold.versioned());
      lives.put(stream, live.get(stream).join());
      shown.put(stream, board.tally(TallyKey.of(stream)));
    }
  }

  private static boolean agree(
      String stream,
      Map<String, Folded<Tally>> journaled,
      Map<String, Folded<Tally>> lives,
      Map<String, Folded<Tally>> shown) {
    Folded<Tally> truth = of(journaled, stream);
    return truth.equals(of(lives, stream)) && truth.equals(of(shown, stream));
  }

  private static Folded<Tally> of(Map<String, Folded<Tally>> tallies, String stream) {
    return tallies.getOrDefault(stream, new Folded<>(Tally.EMPTY, 0));
  }

  private static Side side(Iterable<Folded<Tally>> tallies) {
    long events = 0;
    Tally sum = Tally.EMPTY;
    for (Folded<Tally> tally : tallies) {
      events += tally.version();
      sum = sum.plus(tally.state());
    }
    return new Side(events, sum.checkIns(), sum.residents());
  }
}
