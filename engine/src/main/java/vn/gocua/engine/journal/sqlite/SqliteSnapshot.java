package vn.gocua.engine.journal.sqlite;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.Consumer;
import vn.gocua.engine.journal.DamagedJournal;
import vn.gocua.engine.journal.Event;

/**
 * A journal's file at one moment, whatever is appended meanwhile. It is a read transaction on a
 * connection of its own; in WAL mode reader and writer do not block each other. While it is open
 * the WAL cannot shrink, so keep it for less than hours.
 */
public final class SqliteSnapshot implements AutoCloseable {
  private final Path file;
  private final Connection connection;
  private final long size;

  private SqliteSnapshot(Path file, Connection connection, long size) {
    this.file = file;
    this.connection = connection;
    this.size = size;
  }

  /**
   * Holds the moment of this call.
   *
   * @throws DamagedJournal if there is no such file, or it is not a journal
   */
  public static SqliteSnapshot of(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new DamagedJournal(file + " is not there");
    }
    try {
      Connection connection = SqliteFile.reading(file).getConnection();
      try (Statement statement = connection.createStatement()) {
        statement.executeUpdate(SqliteFile.ONLY_READ);
        connection.setAutoCommit(false);
        SqliteFile.checkKind(statement, file);
        return new SqliteSnapshot(file, connection, size(statement));
      } catch (SQLException | RuntimeException e) {
        connection.close();
        throw e;
      }
    } catch (SQLException e) {
      throw SqliteFile.failure(file, e);
    }
  }

  private static long size(Statement statement) throws SQLException {
    try (ResultSet row = statement.executeQuery(EventRows.SIZE)) {
      return row.next() ? row.getLong(1) : 0;
    }
  }

  /** Number of events at its moment. */
  public long size() {
    return size;
  }

  /**
   * Hands over the events of its moment in the order in which they were appended.
   *
   * @throws DamagedJournal if one is not as it was written
   */
  public void readAll(Consumer<Event> reader) {
    try (PreparedStatement select =
        connection.prepareStatement("SELECT " + EventRows.COLUMNS + " FROM events ORDER BY seq")) {
      EventRows.each(select, reader);
    } catch (SQLException e) {
      throw SqliteFile.failure(file, e);
    }
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw SqliteFile.failure(file, e);
    }
  }
}
