package vn.gocua.engine.journal.sqlite;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import vn.gocua.engine.journal.Appended;
import vn.gocua.engine.journal.Checksum;
import vn.gocua.engine.journal.DamagedJournal;
import vn.gocua.engine.journal.Event;

/** Events as rows of the journal's one table. */
final class EventRows {
  static final String SIZE = "SELECT count(*) FROM events";
  static final String COLUMNS = "id, stream, type, content, details, checksum";

  private EventRows() {}

  /** Inserts events with new ids and returns the outcome of each. The caller commits. */
  static List<Appended> insert(Connection connection, List<Event> events) throws SQLException {
    List<Appended> outcomes = new ArrayList<>(events.size());
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO events ("
                + COLUMNS
                + ") VALUES (?, ?, ?, ?, ?, ?)"
                + " ON CONFLICT (id) DO NOTHING")) {
      for (Event event : events) {
        insert.setString(1, event.id());
        insert.setString(2, event.stream());
        insert.setString(3, event.type());
        insert.setString(4, event.content());
        insert.setString(5, event.details());
        insert.setLong(6, Checksum.of(event));
        insert.addBatch();
      }
      int[] inserted = insert.executeBatch();
      for (int i = 0; i < inserted.length; i++) {
        Event event = events.get(i);
        outcomes.add(
            inserted[i] > 0
                ? new Appended.New(event)
                : Appended.taken(event, stored(connection, event.id())));
      }
    }
    return outcomes;
  }

  private static Event stored(Connection connection, String id) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement("SELECT " + COLUMNS + " FROM events WHERE id = ?")) {
      select.setString(1, id);
      try (ResultSet row = select.executeQuery()) {
        if (!row.next()) {
          throw new SQLException("an id that is taken was not found");
        }
        return event(row);
      }
    }
  }

  static void bindPrefix(PreparedStatement select, String prefix) throws SQLException {
    select.setString(1, prefix);
    select.setString(2, prefix + Character.MAX_VALUE);
  }

  /**
   * Reads all rows of a query.
   *
   * @throws DamagedJournal if one is not as it was written
   */
  static void each(PreparedStatement select, Consumer<Event> reader) throws SQLException {
    try (ResultSet row = select.executeQuery()) {
      while (row.next()) {
        reader.accept(event(row));
      }
    }
  }

  private static Event event(ResultSet row) throws SQLException {
    Event event =
        new Event(
            row.getString(1),
            row.getString(2),
            row.getString(3),
            row.getString(4),
            row.getString(5));
    if (row.getLong(6) != Checksum.of(event)) {
      throw new DamagedJournal(
          "event " + event.id() + " is not as it was written: its checksum differs");
    }
    return event;
  }
}
