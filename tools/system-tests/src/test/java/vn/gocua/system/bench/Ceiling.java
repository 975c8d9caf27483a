package vn.gocua.system.bench;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import vn.gocua.engine.checkin.event.CheckIn;
import vn.gocua.engine.checkin.event.CheckInEvents;
import vn.gocua.engine.checkin.event.CheckInFact.CheckInRecorded;
import vn.gocua.engine.checkin.event.CheckInFact.Reception;
import vn.gocua.engine.checkin.event.TallyKey;
import vn.gocua.engine.journal.Event;
import vn.gocua.engine.journal.sqlite.SqliteJournal;
import vn.gocua.testkit.SampleCampaign;

/**
 * What the store itself can do: ready-made events, a thousand a transaction, one thread, straight
 * into SQLite with the journal's own tables and its own durability.
 */
final class Ceiling implements AutoCloseable {
  private static final int TRANSACTION = 1000;

  private final Work work;
  private final Connection connection;
  private final Ids ids = new Ids();

  Ceiling(Work work, Path file) throws SQLException {
    this.work = work;
    SqliteJournal.open(file).close();
    connection = DriverManager.getConnection("jdbc:sqlite:" + file);
    try (Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA journal_mode = WAL");
      statement.execute("PRAGMA synchronous = FULL");
      statement.execute("PRAGMA fullfsync = 1");
      statement.execute("PRAGMA cache_size = -32768");
    }
    connection.setAutoCommit(false);
  }

  /** Events that somebody else has made ready, inserted; per second. */
  double run(int transactions) throws SQLException {
    List<Event> events = events(transactions * TRANSACTION);
    long start = System.nanoTime();
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO events (id, stream, type, content, details, checksum)"
                + " VALUES (?, ?, ?, ?, ?, ?)")) {
      for (int i = 0; i < events.size(); i++) {
        Event event = events.get(i);
        insert.setString(1, event.id());
        insert.setString(2, event.stream());
        insert.setString(3, event.type());
        insert.setString(4, event.content());
        insert.setString(5, event.details());
        insert.setLong(6, i);
        insert.addBatch();
        if ((i + 1) % TRANSACTION == 0) {
          insert.executeBatch();
          connection.commit();
        }
      }
    }
    return events.size() / ((System.nanoTime() - start) / 1e9);
  }

  private List<Event> events(int count) {
    String by = ids.next();
    List<Event> events = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      events.add(event(ids.next(), work.checkIn(i, i, i), by));
    }
    return events;
  }

  /** A check-in's event, as the engine makes it. */
  static Event event(String id, CheckIn checkIn, String by) {
    Instant now = Instant.now();
    String stream =
        new TallyKey(
                SampleCampaign.ID,
                checkIn.team(),
                checkIn.occurredAt().atZone(SampleCampaign.ZONE).toLocalDate())
            .stream();
    return CheckInEvents.recorded(
        id,
        stream,
        new CheckInRecorded(checkIn, new Reception(checkIn.occurredAt(), now, now, by)));
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
