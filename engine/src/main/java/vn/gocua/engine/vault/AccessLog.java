package vn.gocua.engine.vault;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import vn.gocua.engine.config.ReadingLimits;
import vn.gocua.engine.fact.AuditSource;
import vn.gocua.engine.fact.FactType;
import vn.gocua.engine.fact.FactTypes;
import vn.gocua.engine.journal.Appended;
import vn.gocua.engine.journal.Event;
import vn.gocua.engine.journal.EventCodec;
import vn.gocua.engine.journal.GroupCommit;
import vn.gocua.engine.journal.Journal;
import vn.gocua.protocol.reading.ReadingReason;
import vn.gocua.protocol.refusal.Refusal;

/**
 * Records accesses to personal data in the journal, and limits them by these records: what a reader
 * newly reads takes the next number of the reader's own row. A number is an event's id, so of two
 * engines only one gets it, and the other learns of the reading. A restart forgets nothing. Calls
 * block, but those that say otherwise. Thread-safe.
 */
public final class AccessLog {
  static final String READ = "personal-data-read/1";

  /** Numbers of a row that are looked up at once. */
  private static final int LOOK_AHEAD = 50;

  private static final int TRIES = 100;

  private static final FactTypes<DataAccess> FACTS =
      FactTypes.only(
          "a reading",
          FactType.of(READ, DataAccess.class)
              .audited("personal-data-read", DataAccess::by, DataAccess::at)
              .about(DataAccess::about)
              .with("purpose", DataAccess::purpose)
              .with("reason", DataAccess::reason)
              .with("note", DataAccess::note));

  private final String prefix;
  private final Journal journal;
  private final GroupCommit commit;
  private final ReadingLimits limits;
  private final Map<String, Readings> readers = new ConcurrentHashMap<>();
  private final List<Consumer<String>> recorded = new CopyOnWriteArrayList<>();
  private final List<Runnable> refused = new CopyOnWriteArrayList<>();

  public AccessLog(String campaign, Journal journal, GroupCommit commit, ReadingLimits limits) {
    this.prefix = prefix(campaign);
    this.journal = journal;
    this.commit = commit;
    this.limits = limits;
  }

  private static String prefix(String campaign) {
    return campaign + "/personal-data-read/";
  }

  /** Finds the accesses for a campaign's audit. */
  public static AuditSource audited(String campaign) {
    return AuditSource.of(prefix(campaign), FACTS, (fact, _) -> fact.told());
  }

  /** Reads all former records into memory; again: those that were missed. */
  public void load() {
    Map<String, Readings> read = new HashMap<>();
    journal.readAll(
        prefix,
        event -> {
          DataAccess reading = reading(event);
          String reader = reader(reading);
          if (reading.shows()) {
            read.computeIfAbsent(reader, _ -> new Readings()).add(reading, number(event, reader));
          }
        });
    read.forEach((reader, readings) -> {
      if (readers.putIfAbsent(reader, readings) != null) {
        catchUp(reader);
      }
    });
  }

  private static DataAccess reading(Event event) {
    return EventCodec.read(event.content(), DataAccess.class);
  }

  /** Number of a record in its reader's row; 0 if it has none. */
  private int number(Event event, String reader) {
    String row = row(reader);
    return event.id().startsWith(row) ? Integer.parseInt(event.id().substring(row.length())) : 0;
  }

  /** Phones and leaders have names of their own. */
  private static String reader(DataAccess reading) {
    return (reading.byPhone() ? "phone" : "leader") + "/" + reading.by();
  }

  private String row(String reader) {
    return prefix + "by/" + reader + "/";
  }

  /** Calls back with the reader of every new reading that this engine records. */
  public void onRecorded(Consumer<String> listener) {
    recorded.add(listener);
  }

  /** Calls back for every reading that was refused. */
  public void onRefused(Runnable listener) {
    refused.add(listener);
  }

  /**
   * Returns when it is durable.
   *
   * @param contacts how many are going to be read
   * @throws Refusal with the time to wait if the reader's quota is used up; a reading of several is
   *     let whole while any of it is left
   */
  void record(DataAccess reading, int contacts) {
    if (!reading.shows()) {
      unnumbered(reading);
      return;
    }
    String reader = reader(reading);
    Readings readings = readers.computeIfAbsent(reader, _ -> new Readings());
    synchronized (readings) {
      for (int attempt = 0; !recorded(reading, contacts, reader, readings); attempt++) {
        if (attempt == TRIES) {
          throw new IllegalStateException("too many engines at once record for " + reader);
        }
        catchUp(reader, readings);
      }
    }
  }

  /** False if another engine has recorded a reading meanwhile. */
  private boolean recorded(DataAccess reading, int contacts, String reader, Readings readings) {
    readings.forget(reading.at());
    int fresh = readings.fresh(reading.about(), contacts, reading.at());
    DataAccess counted = reading.taking(fresh);
    if (fresh == 0) {
      unnumbered(counted);
      return true;
    }
    insist(readings, reading);
    int number = readings.next();
    Appended outcome = append(event(row(reader) + number, prefix + reading.about(), counted));
    if (outcome instanceof Appended.Conflict) {
      return false;
    }
    readings.add(counted, number);
    recorded.forEach(listener -> listener.accept(reader));
    return true;
  }

  private void unnumbered(DataAccess reading) {
    String id = UuidCreator.getTimeOrderedEpoch().toString();
    var _ = append(event(id, prefix + reading.about(), reading));
  }

  private Appended append(Event event) {
    return GroupCommit.join(commit.append(List.of(event))).getFirst();
  }

  private void insist(Readings readings, DataAccess reading) {
    boolean phone = reading.byPhone();
    Duration wait = readings.wait(reading.at(), limits.hour(phone), limits.day(phone));
    if (!wait.isZero()) {
      refused.forEach(Runnable::run);
      throw Refusal.forNow(ReadingReason.CONTACT_QUOTA, wait);
    }
  }

  /** Another engine has recorded a reading of this reader. */
  public void catchUp(String reader) {
    Readings readings = readers.computeIfAbsent(reader, _ -> new Readings());
    synchronized (readings) {
      catchUp(reader, readings);
    }
  }

  private void catchUp(String reader, Readings readings) {
    int found;
    do {
      int next = readings.next();
      List<String> ids =
          IntStream.range(next, next + LOOK_AHEAD).mapToObj(n -> row(reader) + n).toList();
      Map<String, Event> events = journal.find(ids);
      found = events.size();
      ids.stream()
          .map(events::get)
          .filter(Objects::nonNull)
          .forEach(event -> readings.add(reading(event), number(event, reader)));
    } while (found == LOOK_AHEAD);
  }

  /** Readers who came near a limit within the last day. Does not block. */
  public List<ReaderStanding> standings(Instant now) {
    List<ReaderStanding> near = new ArrayList<>();
    readers.forEach((reader, readings) -> {
      synchronized (readings) {
        ReaderStanding standing =
            readings.standing(reader.substring(reader.indexOf('/') + 1), now, limits);
        if (standing != null) {
          near.add(standing);
        }
      }
    });
    return near;
  }

  public ReadingLimits limits() {
    return limits;
  }

  static Event event(String id, String stream, DataAccess reading) {
    return new Event(id, stream, READ, EventCodec.json(reading), "{}");
  }

  /** Hands over every access of a campaign, each matter's oldest first. Blocks. */
  public static void each(String campaign, Journal journal, Consumer<DataAccess> taker) {
    journal.readAll(
        prefix(campaign),
        event -> taker.accept(EventCodec.read(event.content(), DataAccess.class)));
  }

  /** Every access for a matter, oldest first. */
  public List<DataAccess> of(String about) {
    List<DataAccess> readings = new ArrayList<>();
    journal.readStream(prefix + about, event -> readings.add(reading(event)));
    return readings;
  }
}
