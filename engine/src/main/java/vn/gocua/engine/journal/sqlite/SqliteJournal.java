package vn.gocua.engine.journal.sqlite;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.sqlite.SQLiteDataSource;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;
import vn.gocua.engine.journal.Appended;
import vn.gocua.engine.journal.Checksum;
import vn.gocua.engine.journal.DamagedJournal;
import vn.gocua.engine.journal.Event;
import vn.gocua.engine.journal.Journal;
import vn.gocua.engine.journal.JournalNotWritable;
import vn.gocua.engine.journal.JournalUnavailable;

/**
 * The journal in one SQLite file: WAL with {@code synchronous=FULL}, so a commit that returned is
 * on disk. For one engine on one machine; {@link vn.gocua.engine.stores.DataFolder} keeps a second
 * one out.
 */
public final class SqliteJournal implements Journal {
  static final String SIZE = "SELECT count(*) FROM events";
  static final String COLUMNS = "id, stream, type, content, details, checksum";

  /** Up to so many events, looking each up takes no longer than passing all others by. */
  private static final int FEW = 5_000;

  /** What SQLite says where a file may be read only, or there is no room for a byte more. */
  private static final Set<SQLiteErrorCode> NOT_WRITABLE =
      EnumSet.of(
          SQLiteErrorCode.SQLITE_READONLY,
          SQLiteErrorCode.SQLITE_READONLY_DBMOVED,
          SQLiteErrorCode.SQLITE_READONLY_DIRECTORY,
          SQLiteErrorCode.SQLITE_CANTOPEN,
          SQLiteErrorCode.SQLITE_PERM,
          SQLiteErrorCode.SQLITE_FULL,
          SQLiteErrorCode.SQLITE_IOERR_WRITE);

  private final Path file;
  private final SQLiteDataSource source;
  private final HikariDataSource readers;
  private Connection writer;

  private SqliteJournal(
      Path file, SQLiteDataSource source, Connection writer, HikariDataSource readers) {
    this.file = file;
    this.source = source;
    this.writer = writer;
    this.readers = readers;
  }

  /**
   * Opens a journal's file, making it where there is none.
   *
   * @throws DamagedJournal if the file is damaged or not a journal
   * @throws JournalNotWritable if it cannot be written
   */
  public static SqliteJournal open(Path file) {
    return open(file, SqliteFile.writing(file));
  }

  /**
   * @param source gives the writer's connections: one now, and one after each failure
   */
  static SqliteJournal open(Path file, SQLiteDataSource source) {
    try {
      SqliteFile.claim(file);
      Connection writer = SqliteFile.connect(source);
      try {
        SqliteFile.prepare(writer, file);
        proveWritable(writer);
        writer.setAutoCommit(false);
      } catch (SQLException | RuntimeException e) {
        writer.close();
        throw e;
      }
      return new SqliteJournal(file, source, writer, readers(file));
    } catch (SQLiteException e) {
      throw NOT_WRITABLE.contains(e.getResultCode())
          ? new JournalNotWritable(file, e)
          : new DamagedJournal(file + ": " + e.getMessage(), e);
    } catch (SQLException e) {
      throw new DamagedJournal(file + ": " + e.getMessage(), e);
    } catch (IOException e) {
      throw new JournalNotWritable(file, e);
    }
  }

  /** Writes, and takes it back: to begin a transaction SQLite allows even on a read-only file. */
  private static void proveWritable(Connection writer) throws SQLException {
    try (Statement statement = writer.createStatement()) {
      statement.executeUpdate("BEGIN IMMEDIATE");
      statement.executeUpdate("CREATE TABLE proof_of_writing (word TEXT) STRICT");
      statement.executeUpdate("ROLLBACK");
    }
  }

  private static HikariDataSource readers(Path file) {
    HikariConfig config = new HikariConfig();
    config.setDataSource(SqliteFile.reading(file));
    config.setPoolName("journal-readers");
    config.setMaximumPoolSize(4);
    config.setMinimumIdle(1);
    config.setConnectionInitSql(SqliteFile.ONLY_READ);
    return new HikariDataSource(config);
  }

  @Override
  public List<Appended> append(List<Event> events) {
    try {
      Connection connection = writer();
      try {
        List<Appended> outcomes = insert(connection, events);
        connection.commit();
        return outcomes;
      } catch (SQLException e) {
        abandon(connection);
        throw e;
      }
    } catch (SQLException e) {
      throw new JournalUnavailable(file.getFileName() + ": " + e.getMessage(), e);
    }
  }

  private static List<Appended> insert(Connection connection, List<Event> events)
      throws SQLException {
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

  /** The writer's connection; a new one if the last was lost. */
  private Connection writer() throws SQLException {
    if (writer.isClosed()) {
      writer = SqliteFile.connect(source);
      writer.setAutoCommit(false);
    }
    return writer;
  }

  /** After a failure the connection's state is in doubt: undo and start afresh. */
  private static void abandon(Connection connection) {
    try (connection) {
      connection.rollback();
    } catch (SQLException _) {
      // The failure that led here is the one to report.
    }
  }

  @Override
  public Map<String, Event> find(Collection<String> ids) {
    Map<String, Event> found = new HashMap<>();
    reading(
        "SELECT " + COLUMNS + " FROM events WHERE id = ?",
        select -> {
          for (String id : ids) {
            select.setString(1, id);
            each(select, event -> found.put(event.id(), event));
          }
        });
    return found;
  }

  @Override
  public void readStream(String stream, Consumer<Event> reader) {
    reading(
        "SELECT " + COLUMNS + " FROM events WHERE stream = ? ORDER BY seq",
        select -> {
          select.setString(1, stream);
          each(select, reader);
        });
  }

  @Override
  public void readIds(String stream, Consumer<String> reader) {
    reading(
        "SELECT id FROM events WHERE stream = ?",
        select -> {
          select.setString(1, stream);
          try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
              reader.accept(row.getString(1));
            }
          }
        });
  }

  /** Few events are found by the index; many are read as they lie in the file, passing others. */
  @Override
  public void readAll(String streamPrefix, Consumer<Event> reader) {
    String from = isFew(streamPrefix) ? "events INDEXED BY events_by_stream" : "events NOT INDEXED";
    reading(
        "SELECT " + COLUMNS + " FROM " + from + " WHERE stream >= ? AND stream < ? ORDER BY seq",
        select -> {
          bindPrefix(select, streamPrefix);
          each(select, reader);
        });
  }

  private boolean isFew(String streamPrefix) {
    boolean[] few = new boolean[1];
    reading(
        "SELECT count(*) FROM (SELECT 1 FROM events WHERE stream >= ? AND stream < ? LIMIT ?)",
        select -> {
          bindPrefix(select, streamPrefix);
          select.setInt(3, FEW);
          try (ResultSet row = select.executeQuery()) {
            few[0] = row.next() && row.getInt(1) < FEW;
          }
        });
    return few[0];
  }

  @Override
  public void readAll(String streamPrefix, String type, Consumer<Event> reader) {
    reading(
        "SELECT "
            + COLUMNS
            + " FROM events NOT INDEXED"
            + " WHERE type = ? AND stream >= ? AND stream < ? ORDER BY seq",
        select -> {
          select.setString(1, type);
          select.setString(2, streamPrefix);
          select.setString(3, streamPrefix + Character.MAX_VALUE);
          each(select, reader);
        });
  }

  @Override
  public List<String> streams(String streamPrefix) {
    List<String> streams = new ArrayList<>();
    reading(
        "SELECT DISTINCT stream FROM events WHERE stream >= ? AND stream < ? ORDER BY stream",
        select -> {
          bindPrefix(select, streamPrefix);
          try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
              streams.add(row.getString(1));
            }
          }
        });
    return streams;
  }

  @Override
  public Map<String, Integer> versions(String streamPrefix) {
    Map<String, Integer> versions = new HashMap<>();
    reading(
        "SELECT stream, count(*) FROM events WHERE stream >= ? AND stream < ? GROUP BY stream",
        select -> {
          bindPrefix(select, streamPrefix);
          try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
              versions.put(row.getString(1), row.getInt(2));
            }
          }
        });
    return versions;
  }

  @Override
  public long count(String stream) {
    long[] count = new long[1];
    reading(
        "SELECT count(*) FROM events WHERE stream = ?",
        select -> {
          select.setString(1, stream);
          try (ResultSet row = select.executeQuery()) {
            count[0] = row.next() ? row.getLong(1) : 0;
          }
        });
    return count[0];
  }

  @Override
  public long size() {
    long[] size = new long[1];
    reading(
        SIZE,
        select -> {
          try (ResultSet row = select.executeQuery()) {
            size[0] = row.next() ? row.getLong(1) : 0;
          }
        });
    return size[0];
  }

  @FunctionalInterface
  private interface Query {
    void run(PreparedStatement select) throws SQLException;
  }

  private void reading(String sql, Query query) {
    try (Connection connection = readers.getConnection();
        PreparedStatement select = connection.prepareStatement(sql)) {
      query.run(select);
    } catch (SQLException e) {
      throw SqliteFile.failure(file, e);
    }
  }

  private static void bindPrefix(PreparedStatement select, String prefix) throws SQLException {
    select.setString(1, prefix);
    select.setString(2, prefix + Character.MAX_VALUE);
  }

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

  @Override
  public void close() {
    readers.close();
    try {
      writer.close();
    } catch (SQLException e) {
      throw new JournalUnavailable("the journal's file did not close: " + e.getMessage(), e);
    }
  }
}
