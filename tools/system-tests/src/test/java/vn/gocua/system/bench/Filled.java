package vn.gocua.system.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import vn.gocua.engine.journal.Event;
import vn.gocua.engine.journal.sqlite.SqliteJournal;
import vn.gocua.testkit.SampleCampaign;

/** Journals that already hold a campaign's check-ins, as if the teams had worked for weeks. */
final class Filled {
  private static final int APPEND = 1000;

  private final Work work;
  private final Ids ids = new Ids();
  private final String by = ids.next();
  private final int total;
  private final int days;

  private Filled(Work work, int total, int days) {
    this.work = work;
    this.total = total;
    this.days = days;
  }

  /** Fills a journal's file: day after day, on each all teams in turn. */
  static void journal(Path file, Work work, int total, int days) throws Exception {
    Files.createDirectories(file.getParent());
    Filled filled = new Filled(work, total, days);
    try (SqliteJournal journal = SqliteJournal.open(file)) {
      CompletableFuture<List<Event>> ready = filled.ready(0);
      for (int from = 0; from < total; from += APPEND) {
        List<Event> events = ready.get();
        ready = filled.ready(from + APPEND);
        journal.append(events);
      }
    }
  }

  private CompletableFuture<List<Event>> ready(int from) {
    return CompletableFuture.supplyAsync(() -> {
      List<Event> events = new ArrayList<>(APPEND);
      for (int n = from; n < Math.min(total, from + APPEND); n++) {
        int day = (int) ((long) n * days / total);
        events.add(Ceiling.event(ids.next(), work.checkIn(n % SampleCampaign.TEAMS, day, n), by));
      }
      return events;
    });
  }
}
