package vn.gocua.system.fault;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import vn.gocua.system.chaos.check.History.Row;

/** The journal's file, read with nothing of the engine's in between. */
final class JournalFile {
  private JournalFile() {}

  /** All events of check-ins. */
  static List<Row> checkIns(Path file) throws SQLException {
    List<Row> rows = new ArrayList<>();
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT id, stream, type, content FROM events WHERE stream LIKE '%/check-ins/%'")) {
      while (row.next()) {
        rows.add(new Row(row.getString(1), row.getString(2), row.getString(3), row.getString(4)));
      }
    }
    return rows;
  }
}
