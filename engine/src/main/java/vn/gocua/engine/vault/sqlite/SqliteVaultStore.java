package vn.gocua.engine.vault.sqlite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;
import vn.gocua.engine.journal.sqlite.SqliteFile;
import vn.gocua.engine.vault.VaultStore;
import vn.gocua.engine.vault.VaultUnavailable;

/**
 * Sealed records in an SQLite file of their own, fsynced. Erased records are overwritten, in the
 * file and in its write-ahead log.
 */
public final class SqliteVaultStore implements VaultStore {
  /** «GCvt». */
  private static final int APPLICATION_ID = 0x47437674;

  private final Path file;
  private final Connection connection;

  private SqliteVaultStore(Path file, Connection connection) {
    this.file = file;
    this.connection = connection;
  }

  /**
   * Opens a vault's file, making it where there is none.
   *
   * @throws VaultUnavailable if it cannot be opened, or is something else
   */
  public static SqliteVaultStore open(Path file) {
    SQLiteConfig config = new SQLiteConfig();
    config.setJournalMode(SQLiteConfig.JournalMode.WAL);
    config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
    config.setBusyTimeout(10_000);
    SQLiteDataSource source = new SQLiteDataSource(config);
    source.setUrl("jdbc:sqlite:" + file.toAbsolutePath());
    try {
      SqliteFile.claim(file);
      Connection connection = source.getConnection();
      try {
        prepare(connection, file);
      } catch (SQLException | RuntimeException e) {
        connection.close();
        throw e;
      }
      return new SqliteVaultStore(file, connection);
    } catch (SQLException | IOException e) {
      throw new VaultUnavailable(file + ": " + e.getMessage(), e);
    }
  }

  /**
   * Renames the file of a vault that cannot be opened. It must not be in use.
   *
   * @param suffix of the new name
   * @return the new name; empty if there is no such file
   * @throws VaultUnavailable if it cannot be renamed
   */
  public static Optional<Path> setAside(Path file, String suffix) {
    Path aside = file.resolveSibling(file.getFileName() + suffix);
    try {
      if (!Files.exists(file)) {
        return Optional.empty();
      }
      for (String part : new String[] {"-wal", "-shm", ""}) {
        Path there = file.resolveSibling(file.getFileName() + part);
        if (Files.exists(there)) {
          Files.move(there, aside.resolveSibling(aside.getFileName() + part));
        }
      }
      return Optional.of(aside);
    } catch (IOException e) {
      throw new VaultUnavailable(file + ": " + e.getMessage(), e);
    }
  }

  private static void prepare(Connection connection, Path file) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.executeUpdate("PRAGMA fullfsync = 1");
      statement.execute("PRAGMA secure_delete = ON");
      int applicationId = number(statement, "PRAGMA application_id");
      if (applicationId == 0 && number(statement, "SELECT count(*) FROM sqlite_schema") == 0) {
        statement.executeUpdate(
            """
            CREATE TABLE records (
              ref TEXT PRIMARY KEY,
              sealed BLOB NOT NULL,
              kept_at INTEGER NOT NULL
            ) STRICT
            """);
        statement.executeUpdate("PRAGMA application_id = " + APPLICATION_ID);
      } else if (applicationId != APPLICATION_ID) {
        throw new VaultUnavailable(file + " is an SQLite file, but not a vault of Gõ Cửa", null);
      }
    }
  }

  private static int number(Statement statement, String sql) throws SQLException {
    try (ResultSet result = statement.executeQuery(sql)) {
      return result.next() ? result.getInt(1) : 0;
    }
  }

  @Override
  public void keep(String ref, byte[] sealed, Instant at) {
    run(
        """
        INSERT INTO records (ref, sealed, kept_at) VALUES (?, ?, ?)
        ON CONFLICT (ref) DO UPDATE SET kept_at = excluded.kept_at
        """,
        statement -> {
          statement.setString(1, ref);
          statement.setBytes(2, sealed);
          statement.setLong(3, at.toEpochMilli());
          return statement.executeUpdate();
        });
  }

  @Override
  public Optional<byte[]> read(String ref) {
    return run(
        "SELECT sealed FROM records WHERE ref = ?",
        statement -> {
          statement.setString(1, ref);
          try (ResultSet row = statement.executeQuery()) {
            return row.next() ? Optional.of(row.getBytes(1)) : Optional.empty();
          }
        });
  }

  @Override
  public boolean replace(String ref, byte[] before, byte[] after) {
    boolean replaced =
        run(
            "UPDATE records SET sealed = ? WHERE ref = ? AND sealed = ?",
            statement -> {
              statement.setBytes(1, after);
              statement.setString(2, ref);
              statement.setBytes(3, before);
              return statement.executeUpdate() > 0;
            });
    if (replaced) {
      emptyLog();
    }
    return replaced;
  }

  @Override
  public boolean erase(String ref) {
    boolean erased =
        run(
            "DELETE FROM records WHERE ref = ?",
            statement -> {
              statement.setString(1, ref);
              return statement.executeUpdate() > 0;
            });
    emptyLog();
    return erased;
  }

  @Override
  public boolean eraseIfKeptBefore(String ref, Instant time) {
    boolean erased =
        run(
            "DELETE FROM records WHERE ref = ? AND kept_at < ?",
            statement -> {
              statement.setString(1, ref);
              statement.setLong(2, time.toEpochMilli());
              return statement.executeUpdate() > 0;
            });
    if (erased) {
      emptyLog();
    }
    return erased;
  }

  @Override
  public List<String> keptBefore(Instant time) {
    return run(
        "SELECT ref FROM records WHERE kept_at < ? ORDER BY ref",
        statement -> {
          statement.setLong(1, time.toEpochMilli());
          List<String> refs = new ArrayList<>();
          try (ResultSet row = statement.executeQuery()) {
            while (row.next()) {
              refs.add(row.getString(1));
            }
          }
          return refs;
        });
  }

  @Override
  public void readAll(Reader reader) {
    run(
        "SELECT ref, sealed, kept_at FROM records ORDER BY ref",
        statement -> {
          try (ResultSet row = statement.executeQuery()) {
            while (row.next()) {
              reader.take(row.getString(1), row.getBytes(2), Instant.ofEpochMilli(row.getLong(3)));
            }
            return true;
          }
        });
  }

  @Override
  public long size() {
    return run(
        "SELECT count(*) FROM records",
        statement -> {
          try (ResultSet row = statement.executeQuery()) {
            return row.next() ? row.getLong(1) : 0L;
          }
        });
  }

  /** Empties the write-ahead log, which holds an erased record's pages until then. */
  private void emptyLog() {
    run("PRAGMA wal_checkpoint(TRUNCATE)", PreparedStatement::execute);
  }

  @FunctionalInterface
  private interface Work<T> {
    T with(PreparedStatement statement) throws SQLException;
  }

  private synchronized <T> T run(String sql, Work<T> work) {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      return work.with(statement);
    } catch (SQLException e) {
      throw new VaultUnavailable(file.getFileName() + ": " + e.getMessage(), e);
    }
  }

  @Override
  public synchronized void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw new VaultUnavailable("the vault's file did not close: " + e.getMessage(), e);
    }
  }
}
