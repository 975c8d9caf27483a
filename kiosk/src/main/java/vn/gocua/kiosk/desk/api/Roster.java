package vn.gocua.kiosk.desk.api;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.gocua.kiosk.feed.Wire;

/**
 * The teams and hamlets as the engine has them.
 *
 * @param basis names this state; a change says which it was made on
 */
public record Roster(
    String basis, List<Team> teams, List<Hamlet> hamlets, List<Former> formerTeams) {
  public Roster {
    Wire.require("roster", basis, teams, hamlets, formerTeams);
  }

  /** A team; what nobody has said is null. */
  public record Team(
      String code,
      String name,
      int members,
      List<String> hamlets,
      @Nullable String hall,
      @Nullable String hours,
      @Nullable String phone) {
    public Team {
      Wire.require("team", code, name, hamlets);
    }
  }

  /** A hamlet. */
  public record Hamlet(String code, String name) {
    public Hamlet {
      Wire.require("hamlet", code, name);
    }
  }

  /** A team that was struck off, and what it had done. */
  public record Former(String code, String name, long checkIns) {
    public Former {
      Wire.require("team", code, name);
    }
  }

  public String hamletName(String code) {
    return hamlets.stream()
        .filter(hamlet -> hamlet.code().equals(code))
        .map(Hamlet::name)
        .findFirst()
        .orElse(code);
  }

  /** What a table would change. */
  public record Preview(
      String basis,
      Map<String, Integer> counts,
      List<Row> rows,
      List<Hamlet> newHamlets,
      List<Problem> problems) {
    public Preview {
      Wire.require("preview", basis, counts, rows, newHamlets, problems);
    }
  }

  /**
   * A team of the table, or one that it does not name.
   *
   * @param line of the file; 0 if it is not in it
   * @param kind added, changed, unchanged, removed
   */
  public record Row(int line, String kind, @Nullable Team before, @Nullable Team after) {
    public Row {
      Wire.require("row", kind);
    }
  }

  /** What is wrong with a line of the table. */
  public record Problem(int line, String message) {
    public Problem {
      Wire.require("problem", message);
    }
  }
}
