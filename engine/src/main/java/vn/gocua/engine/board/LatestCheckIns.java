package vn.gocua.engine.board;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.gocua.engine.checkin.event.CheckIn;
import vn.gocua.engine.checkin.event.CheckInEvents;
import vn.gocua.engine.checkin.event.CheckInFact.CheckInRecorded;
import vn.gocua.engine.checkin.event.CheckInFact.CheckInVoided;
import vn.gocua.engine.checkin.event.Tally;
import vn.gocua.engine.checkin.event.TallyKey;
import vn.gocua.engine.journal.Journal;

/** Reads the newest check-ins from the journal, for the ticker after a start. */
final class LatestCheckIns {
  /** Streams that are read, of those that were active last: the work stays small. */
  private static final int STREAMS = 12;

  private static final int MOST = 12;

  private final String campaign;
  private final Journal journal;

  LatestCheckIns(String campaign, Journal journal) {
    this.campaign = campaign;
    this.journal = journal;
  }

  /** The newest by arrival, oldest first; voided ones are left out. Blocks. */
  List<RecentCheckIn> read(Map<TallyKey, Tally> tallies) {
    List<RecentCheckIn> found = new ArrayList<>();
    tallies.entrySet().stream()
        .filter(each -> each.getKey().campaign().equals(campaign) && each.getValue().lastAt() > 0)
        .sorted(Comparator.comparingLong(each -> -each.getValue().lastAt()))
        .limit(STREAMS)
        .forEach(each -> found.addAll(ofStream(each.getKey().stream())));
    found.sort(Comparator.comparing(RecentCheckIn::receivedAt));
    return List.copyOf(found.subList(Math.max(0, found.size() - MOST), found.size()));
  }

  private List<RecentCheckIn> ofStream(String stream) {
    Map<String, RecentCheckIn> recorded = new HashMap<>();
    Set<String> voided = new HashSet<>();
    journal.readStream(
        stream,
        event -> {
          switch (CheckInEvents.fact(event)) {
            case CheckInRecorded(CheckIn c, var reception) ->
                recorded.put(
                    event.id(),
                    new RecentCheckIn(
                        c.team(), c.activity(), c.residents(), reception.receivedAt()));
            case CheckInVoided(var values, _) -> voided.add(values.checkIn());
          }
        });
    recorded.keySet().removeAll(voided);
    return List.copyOf(recorded.values());
  }
}
