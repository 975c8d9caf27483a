package vn.gocua.engine.journal.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteDataSource;
import vn.gocua.engine.journal.Appended;
import vn.gocua.engine.journal.DamagedJournal;
import vn.gocua.engine.journal.Event;
import vn.gocua.engine.journal.JournalNotWritable;
import vn.gocua.engine.journal.JournalUnavailable;

/** The journal's file: how it is written, and what of it is not believed. */
class SqliteFileTest {
  private Path file;

  @BeforeEach
  void name(@TempDir Path folder) {
    file = folder.resolve("journal.db");
  }

  private static Event event(String id) {
    return new Event(id, "stream", "check-in/1", "{\"residents\":2}", "{\"by\":\"phone\"}");
  }

  private static List<Event> events(String prefix, int number) {
    return IntStream.range(0, number).mapToObj(i -> event(prefix + "-" + i)).toList();
  }

  private Connection open() throws SQLException {
    return DriverManager.getConnection("jdbc:sqlite:" + file);
  }

  private String ask(String sql) throws SQLException {
    try (Connection connection = open();
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      return result.next() ? result.getString(1) : "nothing";
    }
  }

  private void run(String sql) throws SQLException {
    try (Connection connection = open();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private void fill(int number) {
    try (SqliteJournal journal = SqliteJournal.open(file)) {
      journal.append(events("kept", number));
    }
  }

  @Test
  void shouldBeInWriteAheadMode() throws SQLException {
    fill(1);
    assertThat(ask("PRAGMA journal_mode")).isEqualTo("wal");
    assertThat(ask("PRAGMA application_id"))
        .isEqualTo(String.valueOf(0x47437561))
        .as("«GCua»")
        .isEqualTo(
            String.valueOf(new java.math.BigInteger("GCua".getBytes(StandardCharsets.US_ASCII))));
    assertThat(ask("PRAGMA user_version")).isEqualTo("1");
  }

  @Test
  void shouldWriteWithAnFsyncForEveryCommit() throws SQLException {
    try (Connection connection = SqliteFile.connect(SqliteFile.writing(file));
        Statement statement = connection.createStatement()) {
      for (String[] pragma : new String[][] {{"synchronous", "2"}, {"fullfsync", "1"}}) {
        try (ResultSet result = statement.executeQuery("PRAGMA " + pragma[0])) {
          assertThat(result.getString(1)).as(pragma[0]).isEqualTo(pragma[1]);
        }
      }
    }
  }

  @Test
  void shouldRefuseALayoutItDoesNotKnow() throws SQLException {
    fill(1);
    run("PRAGMA user_version = 2");
    assertThatThrownBy(() -> SqliteJournal.open(file))
        .isInstanceOf(DamagedJournal.class)
        .hasMessageContaining("layout 2");
  }

  @Test
  void shouldRefuseAFileThatMayOnlyBeRead() throws IOException {
    fill(1);
    // SQLite opens a file that a newer SQLite has written for reading only.
    try (RandomAccessFile header = new RandomAccessFile(file.toFile(), "rw")) {
      header.seek(18);
      header.write(3);
    }
    assertThatThrownBy(() -> SqliteJournal.open(file)).isInstanceOf(JournalNotWritable.class);
  }

  @Test
  void shouldRefuseAFolderInItsPlace() throws IOException {
    Files.createDirectories(file);
    assertThatThrownBy(() -> SqliteJournal.open(file)).isInstanceOf(JournalNotWritable.class);
  }

  @Test
  void shouldFindByItsChecksumAnEventThatHasChanged() throws SQLException {
    fill(3);
    run("UPDATE events SET content = '{\"residents\":9}' WHERE id = 'kept-1'");
    try (SqliteJournal journal = SqliteJournal.open(file)) {
      assertThat(journal.find(List.of("kept-0"))).hasSize(1);
      assertThatThrownBy(() -> journal.find(List.of("kept-1")))
          .isInstanceOf(DamagedJournal.class)
          .hasMessageContaining("kept-1")
          .hasMessageContaining("checksum");
      assertThatThrownBy(() -> journal.readStream("stream", _ -> {}))
          .isInstanceOf(DamagedJournal.class);
      assertThatThrownBy(() -> journal.readAll("", _ -> {})).isInstanceOf(DamagedJournal.class);
    }
  }

  @Test
  void shouldFindAnEventThatWasMovedToAnotherStream() throws SQLException {
    fill(1);
    run("UPDATE events SET stream = 'other'");
    try (SqliteJournal journal = SqliteJournal.open(file)) {
      assertThatThrownBy(() -> journal.readStream("other", _ -> {}))
          .isInstanceOf(DamagedJournal.class);
    }
  }

  @Test
  void shouldRefuseAFileThatCannotGrow() {
    fill(100);
    SQLiteDataSource source = SqliteFile.writing(file);
    source.setMaxPageCount(1);
    assertThatThrownBy(() -> SqliteJournal.open(file, source))
        .isInstanceOf(JournalNotWritable.class)
        .hasMessageContaining("full");
  }

  /**
   * The bound on a file's pages is a connection's; after each failure the journal takes a new one.
   */
  @Test
  void shouldTakeNothingWhereThereIsNoRoomAndAllOfItLater() throws SQLException {
    fill(100);
    SQLiteDataSource source = SqliteFile.writing(file);
    source.setMaxPageCount(Integer.parseInt(ask("PRAGMA page_count")) + 10);
    List<Event> refused = events("refused", 2000);
    try (SqliteJournal journal = SqliteJournal.open(file, source)) {
      for (int i = 0; i < 3; i++) {
        assertThatThrownBy(() -> journal.append(refused))
            .isInstanceOf(JournalUnavailable.class)
            .hasMessageContaining("full");
      }
      assertThat(journal.find(List.of("refused-0", "refused-1999"))).isEmpty();
      assertThat(journal.find(List.of("kept-0", "kept-99"))).hasSize(2);

      source.setMaxPageCount(1_000_000);
      assertThat(journal.append(refused)).allMatch(Appended.New.class::isInstance);
    }
    try (SqliteJournal again = SqliteJournal.open(file)) {
      assertThat(again.find(List.of("kept-99", "refused-1999"))).hasSize(2);
      assertThat(again.count("stream")).isEqualTo(2100);
    }
  }
}
