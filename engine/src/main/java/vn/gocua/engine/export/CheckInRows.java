package vn.gocua.engine.export;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.gocua.engine.campaign.Campaign;
import vn.gocua.engine.checkin.event.CheckInEvents;
import vn.gocua.engine.checkin.event.CheckInFact.CheckInRecorded;
import vn.gocua.engine.checkin.event.CheckInFact.CheckInVoided;
import vn.gocua.engine.checkin.event.CheckInFact.VoidReception;
import vn.gocua.engine.checkin.event.TallyKey;
import vn.gocua.engine.journal.Event;
import vn.gocua.engine.journal.Journal;

/**
 * All check-ins of a selection, read from the journal: by day, then by team, then as they happened.
 * One team's one day is in memory at a time.
 */
public final class CheckInRows {
  private final Campaign campaign;
  private final Journal journal;

  public CheckInRows(Campaign campaign, Journal journal) {
    this.campaign = campaign;
    this.journal = journal;
  }

  /** Receives rows. May block: the journal is not held meanwhile. */
  @FunctionalInterface
  public interface Taker {
    void take(CheckInRow row) throws IOException;
  }

  /** Hands over every row. Blocks. */
  public void each(ExportFilter selection, Taker taker) throws IOException {
    each(selection, taker, ExportProgress.Watcher.NOBODY);
  }

  /** The same with reports of progress. */
  void each(ExportFilter selection, Taker taker, ExportProgress.Watcher watcher)
      throws IOException {
    List<TallyKey> keys =
        journal.streams(TallyKey.prefix(campaign.id())).stream()
            .map(TallyKey::of)
            .filter(key -> selection.holds(key.date(), key.team()))
            .sorted(Comparator.comparing(TallyKey::date).thenComparing(TallyKey::team))
            .toList();
    for (int done = 0; done < keys.size(); done++) {
      watcher.written(done, keys.size());
      for (CheckInRow row : ofDay(keys.get(done))) {
        taker.take(row);
      }
    }
    watcher.written(keys.size(), keys.size());
  }

  private record Recorded(String id, CheckInRecorded fact) {}

  private List<CheckInRow> ofDay(TallyKey key) {
    Map<String, VoidReception> voids = new HashMap<>();
    List<Recorded> recorded = new ArrayList<>();
    journal.readStream(key.stream(), event -> take(event, recorded, voids));
    return recorded.stream()
        .map(each -> row(each, voids))
        .sorted(Comparator.comparing(CheckInRow::at).thenComparing(CheckInRow::id))
        .toList();
  }

  private static void take(Event event, List<Recorded> recorded, Map<String, VoidReception> voids) {
    switch (CheckInEvents.fact(event)) {
      case CheckInRecorded fact -> recorded.add(new Recorded(event.id(), fact));
      case CheckInVoided(var values, var reception) -> voids.put(values.checkIn(), reception);
    }
  }

  private CheckInRow row(Recorded recorded, Map<String, VoidReception> voids) {
    VoidReception voided = voids.get(recorded.id());
    return new CheckInRow(
        recorded.id(),
        local(recorded.fact().reception().at()),
        recorded.fact().reception().hourIsKnown(campaign.zone()),
        local(recorded.fact().reception().receivedAt()),
        recorded.fact().checkIn(),
        recorded.fact().reception().channel(),
        voided == null ? null : voided.reason(),
        voided == null ? null : local(voided.at()));
  }

  private LocalDateTime local(Instant instant) {
    return LocalDateTime.ofInstant(instant, campaign.zone());
  }
}
