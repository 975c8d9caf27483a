package vn.gocua.engine.transfer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import vn.gocua.engine.checkin.event.CheckIn;
import vn.gocua.engine.checkin.event.CheckInEvents;
import vn.gocua.engine.checkin.event.CheckInFact.CheckInRecorded;
import vn.gocua.engine.checkin.event.CheckInFact.Reception;
import vn.gocua.engine.checkin.event.CheckInFact.VoidReception;
import vn.gocua.engine.checkin.event.Tally;
import vn.gocua.engine.checkin.event.TallyKey;
import vn.gocua.engine.checkin.event.TallyProjection;
import vn.gocua.engine.journal.Event;
import vn.gocua.engine.journal.sqlite.SqliteJournal;
import vn.gocua.engine.journal.sqlite.SqliteSnapshot;
import vn.gocua.engine.transfer.archive.RecordSource;
import vn.gocua.engine.transfer.archive.SealedRecord;
import vn.gocua.engine.vault.Vault;
import vn.gocua.engine.vault.sqlite.SqliteVaultStore;

/** Journals to move about: events as an engine writes them. */
public final class Sample {
  private static final int TEAMS = 36;
  private static final int VOID_EVERY = 50;
  private static final Instant FIRST = Instant.parse("2025-08-11T01:00:00Z");

  private Sample() {}

  /**
   * A journal's name, a campaign's start, an ordered stream, and so many check-ins, some voided.
   */
  public static List<Event> events(String identity, int checkIns) {
    List<Event> events = new ArrayList<>();
    events.add(
        new Event(
            "thu-nghiem/campaign/1",
            "thu-nghiem/campaign",
            "campaign-started/1",
            "{\"days\":45,\"startDate\":\"2025-08-11\",\"zone\":\"Asia/Ho_Chi_Minh\"}",
            "{}"));
    events.add(
        new Event(
            "journal/1", "journal", "journal-begun/1", "{\"id\":\"" + identity + "\"}", "{}"));
    for (int i = 1; i <= 12; i++) {
      events.add(
          new Event(
              "thu-nghiem/access/device/a/" + i,
              "thu-nghiem/access/device/a",
              "device-seen/1",
              "{\"note\":\"Tổ 01 «điện thoại» " + i + " \\u2028\"}",
              "{}"));
    }
    for (int i = 0; i < checkIns; i++) {
      Event recorded = checkIn(new UUID(identity.hashCode(), i), i);
      events.add(recorded);
      if (i % VOID_EVERY == 0) {
        events.add(voided(recorded));
      }
    }
    return events;
  }

  private static Event checkIn(UUID id, int i) {
    Instant at = FIRST.plus(i * 7L, ChronoUnit.SECONDS);
    String team = "T%02d".formatted(i % TEAMS + 1);
    CheckIn checkIn =
        new CheckIn(
            team, at, "digital-id", i % 5 + 1, List.of("elderly"), 25, "co-giao", null, null);
    String stream =
        new TallyKey("thu-nghiem", team, LocalDate.ofEpochDay(at.getEpochSecond() / 86_400))
            .stream();
    return CheckInEvents.recorded(
        id.toString(), stream, new CheckInRecorded(checkIn, new Reception(at, at, null, "phone")));
  }

  static Event voided(Event recorded) {
    CheckInRecorded fact = (CheckInRecorded) CheckInEvents.fact(recorded);
    return CheckInEvents.voided(
        recorded,
        fact,
        new VoidReception("mistake", fact.reception().receivedAt(), "leader", null));
  }

  /** Writes events into a new SQLite journal. */
  static Path journal(Path file, List<Event> events) {
    try (SqliteJournal journal = SqliteJournal.open(file)) {
      for (int from = 0; from < events.size(); from += 1000) {
        journal.append(events.subList(from, Math.min(from + 1000, events.size())));
      }
    }
    return file;
  }

  /** Makes the key of a vault, as the first start does. */
  static Path key(Path file) {
    try {
      Path elsewhere = Files.createTempDirectory(file.resolveSibling(""), "vault");
      Vault.open(SqliteVaultStore.open(elsewhere.resolve("vault.db")), file, FIRST).close();
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes so many sealed records into the vault beside a journal. */
  static void vault(Path journal, int records) {
    try (SqliteVaultStore vault = SqliteVaultStore.open(journal.resolveSibling("vault.db"))) {
      for (int i = 0; i < records; i++) {
        vault.keep("ref-" + i, new byte[] {(byte) i, 0, -1}, FIRST.plusMillis(i));
      }
    }
  }

  /**
   * Puts documents beside a journal, by id: an empty one, and one that neither a piece of an
   * archive nor a chunk of GridFS holds whole.
   */
  static SortedMap<String, byte[]> documents(Path journal) {
    byte[] large = new byte[700_001];
    new Random(7).nextBytes(large);
    SortedMap<String, byte[]> files = new TreeMap<>(Map.of("0198-a", new byte[0], "0198-b", large));
    Path folder = journal.resolveSibling("documents");
    try {
      Files.createDirectories(folder);
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        Files.write(folder.resolve(file.getKey()), file.getValue());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return files;
  }

  /** What the vault beside a journal holds, in the order of the refs. */
  static List<SealedRecord> readVault(Path journal) {
    List<SealedRecord> records = new ArrayList<>();
    try (SqliteVaultStore vault = SqliteVaultStore.open(journal.resolveSibling("vault.db"))) {
      vault.readAll(SealedRecord.reader(records::add));
    }
    return records;
  }

  /** What a SQLite journal holds, in its order. */
  static List<Event> read(Path file) {
    List<Event> events = new ArrayList<>();
    try (SqliteSnapshot snapshot = SqliteSnapshot.of(file)) {
      snapshot.readAll(events::add);
    }
    return events;
  }

  /** Every tally, folded from scratch. */
  static Map<String, Tally> recount(List<Event> events) {
    TallyProjection tallies = new TallyProjection();
    Map<String, Tally> recount = new TreeMap<>();
    for (Event event : events) {
      if (tallies.handles(event.stream())) {
        Tally before = recount.getOrDefault(event.stream(), tallies.empty());
        recount.put(event.stream(), tallies.evolve(before, event));
      }
    }
    return recount;
  }

  static <T> RecordSource<T> source(List<T> records) {
    return new RecordSource<>() {
      @Override
      public long size() {
        return records.size();
      }

      @Override
      public void read(Consumer<T> reader) {
        records.forEach(reader);
      }
    };
  }
}
