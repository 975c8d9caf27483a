package vn.gocua.engine.journal.sqlite;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;
import vn.gocua.base.file.PrivateFile;
import vn.gocua.engine.journal.DamagedJournal;
import vn.gocua.engine.journal.JournalNotWritable;
import vn.gocua.engine.journal.JournalUnavailable;

/** Opens, checks and lays out the embedded store's file. */
public final class SqliteFile {
  /** «GCua»: distinguishes a journal from other SQLite files. */
  private static final int APPLICATION_ID = 0x47437561;

  private static final int LAYOUT = 1;

  static final String ONLY_READ = "PRAGMA query_only = 1";

  /** SQLite's codes for read-only files and full disks. */
  private static final Set<SQLiteErrorCode> NOT_WRITABLE =
      EnumSet.of(
          SQLiteErrorCode.SQLITE_READONLY,
          SQLiteErrorCode.SQLITE_READONLY_DBMOVED,
          SQLiteErrorCode.SQLITE_READONLY_DIRECTORY,
          SQLiteErrorCode.SQLITE_CANTOPEN,
          SQLiteErrorCode.SQLITE_PERM,
          SQLiteErrorCode.SQLITE_FULL,
          SQLiteErrorCode.SQLITE_IOERR_WRITE);

  private SqliteFile() {}

  /** Connections that write durably: WAL, and an fsync for every commit. */
  static SQLiteDataSource writing(Path file) {
    SQLiteConfig config = common();
    config.setJournalMode(SQLiteConfig.JournalMode.WAL);
    config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
    return source(file, config);
  }

  /**
   * Makes a file readable by its owner only, before SQLite makes it readable for all; SQLite gives
   * its side files the same permissions.
   */
  public static void claim(Path file) throws IOException {
    var _ = PrivateFile.folder(Objects.requireNonNull(file.toAbsolutePath().getParent()));
    PrivateFile.claim(file);
    for (String part : new String[] {"-wal", "-shm"}) {
      PrivateFile.shut(file.resolveSibling(file.getFileName() + part));
    }
  }

  /** A connection whose fsync reaches the platter on macOS too. */
  static Connection connect(SQLiteDataSource source) throws SQLException {
    Connection connection = source.getConnection();
    try (Statement statement = connection.createStatement()) {
      statement.executeUpdate("PRAGMA fullfsync = 1");
    }
    return connection;
  }

  /** Connections for those that only read; begin them with {@link #ONLY_READ}. */
  static SQLiteDataSource reading(Path file) {
    return source(file, common());
  }

  private static SQLiteConfig common() {
    SQLiteConfig config = new SQLiteConfig();
    config.setBusyTimeout(10_000);
    config.setCacheSize(-32_768);
    return config;
  }

  private static SQLiteDataSource source(Path file, SQLiteConfig config) {
    SQLiteDataSource source = new SQLiteDataSource(config);
    source.setUrl("jdbc:sqlite:" + file.toAbsolutePath());
    return source;
  }

  /**
   * Makes the tables in an empty file, and checks a file that has them.
   *
   * @throws DamagedJournal if the file is not a journal of this layout, or is damaged
   */
  static void prepare(Connection connection, Path file) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      int applicationId = number(statement, "PRAGMA application_id");
      int tables = number(statement, "SELECT count(*) FROM sqlite_schema");
      if (applicationId == 0 && tables == 0) {
        create(statement);
        return;
      }
      checkKind(statement, file);
      check(statement, file);
    }
  }

  /**
   * Checks that the file is a journal of this layout.
   *
   * @throws DamagedJournal if the file is not one
   */
  static void checkKind(Statement statement, Path file) throws SQLException {
    if (number(statement, "PRAGMA application_id") != APPLICATION_ID) {
      throw new DamagedJournal(file + " is an SQLite file, but not a journal of Gõ Cửa");
    }
    int layout = number(statement, "PRAGMA user_version");
    if (layout != LAYOUT) {
      throw new DamagedJournal(
          file + " has layout " + layout + "; this version reads layout " + LAYOUT);
    }
  }

  /** Writes and rolls back: SQLite begins transactions even on a read-only file. */
  static void proveWritable(Connection writer) throws SQLException {
    try (Statement statement = writer.createStatement()) {
      statement.executeUpdate("BEGIN IMMEDIATE");
      statement.executeUpdate("CREATE TABLE proof_of_writing (word TEXT) STRICT");
      statement.executeUpdate("ROLLBACK");
    }
  }

  /** Classifies a failure to open: a file that cannot be written, or damage. */
  static RuntimeException notOpened(Path file, SQLException e) {
    return e instanceof SQLiteException sqlite && NOT_WRITABLE.contains(sqlite.getResultCode())
        ? new JournalNotWritable(file, e)
        : new DamagedJournal(file + ": " + e.getMessage(), e);
  }

  /** Classifies a failure to read: damage, or an unavailable store. */
  static RuntimeException failure(Path file, SQLException e) {
    boolean damaged =
        e instanceof SQLiteException sqlite
            && (sqlite.getResultCode() == SQLiteErrorCode.SQLITE_CORRUPT
                || sqlite.getResultCode() == SQLiteErrorCode.SQLITE_NOTADB);
    return damaged
        ? new DamagedJournal(file + ": " + e.getMessage(), e)
        : new JournalUnavailable(file.getFileName() + ": " + e.getMessage(), e);
  }

  /** Creates all tables or none: a file with half of them would be taken for another program's. */
  private static void create(Statement statement) throws SQLException {
    statement.executeUpdate("BEGIN IMMEDIATE");
    statement.executeUpdate(
        """
        CREATE TABLE events (
          seq INTEGER PRIMARY KEY,
          id TEXT NOT NULL UNIQUE,
          stream TEXT NOT NULL,
          type TEXT NOT NULL,
          content TEXT NOT NULL,
          details TEXT NOT NULL,
          checksum INTEGER NOT NULL
        ) STRICT
        """);
    statement.executeUpdate("CREATE INDEX events_by_stream ON events (stream)");
    statement.executeUpdate("PRAGMA user_version = " + LAYOUT);
    statement.executeUpdate("PRAGMA application_id = " + APPLICATION_ID);
    statement.executeUpdate("COMMIT");
  }

  private static void check(Statement statement, Path file) throws SQLException {
    try (ResultSet result = statement.executeQuery("PRAGMA quick_check(1)")) {
      String verdict = result.next() ? result.getString(1) : "no answer";
      if (!verdict.equals("ok")) {
        throw new DamagedJournal(file + ": " + verdict);
      }
    }
  }

  private static int number(Statement statement, String sql) throws SQLException {
    try (ResultSet result = statement.executeQuery(sql)) {
      return result.next() ? result.getInt(1) : 0;
    }
  }
}
