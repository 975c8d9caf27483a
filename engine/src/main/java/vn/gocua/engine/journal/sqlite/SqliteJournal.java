package vn.gocua.engine.journal.sqlite;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.sqlite.SQLiteDataSource;
import vn.gocua.engine.journal.Appended;
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
  /** Up to so many events, looking up each is as fast as scanning all others. */
  private static final int FEW = 5_000;

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
        SqliteFile.proveWritable(writer);
        writer.setAutoCommit(false);
      } catch (SQLException | RuntimeException e) {
        writer.close();
        throw e;
      }
      return new SqliteJournal(file, source, writer, readers(file));
    } catch (SQLException e) {
      throw SqliteFile.notOpened(file, e);
    } catch (IOException e) {
      throw new JournalNotWritable(file, e);
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
        List<Appended> outcomes = EventRows.insert(connection, events);
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
        "SELECT " + EventRows.COLUMNS + " FROM events WHERE id = ?",
        select -> {
          for (String id : ids) {
            select.setString(1, id);
            EventRows.each(select, event -> found.put(event.id(), event));
          }
        });
    return found;
  }

  @Override
  public void readStream(String stream, Consumer<Event> reader) {
    reading(
        "SELECT " + EventRows.COLUMNS + " FROM events WHERE stream = ? ORDER BY seq",
        select -> {
          select.setString(1, stream);
          EventRows.each(select, reader);
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

  /** Finds few events by the index; reads many in the file's order, skipping others. */
  @Override
  public void readAll(String streamPrefix, Consumer<Event> reader) {
    String from = isFew(streamPrefix) ? "events INDEXED BY events_by_stream" : "events NOT INDEXED";
    reading(
        "SELECT "
            + EventRows.COLUMNS
            + " FROM "
            + from
            + " WHERE stream >= ? AND stream < ? ORDER BY seq",
        select -> {
          EventRows.bindPrefix(select, streamPrefix);
          EventRows.each(select, reader);
        });
  }

  private boolean isFew(String streamPrefix) {
    long found =
        number(
            "SELECT count(*) FROM (SELECT 1 FROM events WHERE stream >= ? AND stream < ? LIMIT ?)",
            select -> {
              EventRows.bindPrefix(select, streamPrefix);
              select.setInt(3, FEW);
            });
    return found < FEW;
  }

  @Override
  public void readAll(String streamPrefix, String type, Consumer<Event> reader) {
    reading(
        "SELECT "
            + EventRows.COLUMNS
            + " FROM events NOT INDEXED"
            + " WHERE type = ? AND stream >= ? AND stream < ? ORDER BY seq",
        select -> {
          select.setString(1, type);
          select.setString(2, streamPrefix);
          select.setString(3, streamPrefix + Character.MAX_VALUE);
          EventRows.each(select, reader);
        });
  }

  @Override
  public List<String> streams(String streamPrefix) {
    List<String> streams = new ArrayList<>();
    reading(
        "SELECT DISTINCT stream FROM events WHERE stream >= ? AND stream < ? ORDER BY stream",
        select -> {
          EventRows.bindPrefix(select, streamPrefix);
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
          EventRows.bindPrefix(select, streamPrefix);
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
    return number(
        "SELECT count(*) FROM events WHERE stream = ?", select -> select.setString(1, stream));
  }

  @Override
  public long size() {
    return number(EventRows.SIZE, _ -> {});
  }

  /** Result of a query for one number. */
  private long number(String sql, Query bind) {
    long[] number = new long[1];
    reading(
        sql,
        select -> {
          bind.run(select);
          try (ResultSet row = select.executeQuery()) {
            number[0] = row.next() ? row.getLong(1) : 0;
          }
        });
    return number[0];
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
