package vn.gocua.engine.roster;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.gocua.base.text.FoldedText;
import vn.gocua.base.text.Texts;
import vn.gocua.engine.campaign.CodedName;
import vn.gocua.engine.campaign.Edition;
import vn.gocua.engine.campaign.Team;
import vn.gocua.engine.campaign.TeamRow;
import vn.gocua.engine.roster.RosterTable.Column;
import vn.gocua.protocol.campaign.CampaignReason;
import vn.gocua.protocol.refusal.Refusal;

/** Compares a table of teams with the roster as it is; changes nothing. */
final class RosterImport {
  private static final int MOST_FLAWS = 200;
  private static final int MOST_NEW_HAMLETS = 2_000;

  private final Edition now;
  private final Map<String, CodedName> hamlets = new HashMap<>();
  private final Set<String> hamletCodes = new HashSet<>();

  /** Hamlets by their written names: files repeat them row by row. */
  private final Map<String, CodedName> written = new HashMap<>();

  /** Number of new hamlets by the code that their names give. */
  private final Map<String, Integer> alike = new HashMap<>();

  private final Map<String, CodedName> newHamlets = new LinkedHashMap<>();
  private final List<Row> rows = new ArrayList<>();
  private final List<LineFlaw> flaws = new ArrayList<>();
  private final Set<String> codes = new HashSet<>();
  private final Set<String> names = new HashSet<>();

  /** Outcome of a row. */
  enum Kind {
    ADDED,
    CHANGED,
    UNCHANGED,
    REMOVED;

    String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * A team of the table, or one that the table does not name.
   *
   * @param line of the file, counted from 1; 0 if it is not in it
   */
  record Row(int line, Kind kind, @Nullable TeamRow before, @Nullable TeamRow after) {}

  /**
   * @param line of the file, counted from 1
   */
  record LineFlaw(int line, Refusal flaw) {}

  /** Changes that the table would make, row by row, or its faults. */
  record Preview(List<Row> rows, List<CodedName> newHamlets, List<LineFlaw> flaws) {}

  private RosterImport(Edition now) {
    this.now = now;
    now.hamlets()
        .forEach(hamlet -> {
          hamlets.putIfAbsent(FoldedText.of(hamlet.name()), hamlet);
          hamlets.putIfAbsent(FoldedText.of(hamlet.code()), hamlet);
          hamletCodes.add(hamlet.code());
        });
  }

  static Preview compare(Edition now, List<List<String>> table) {
    return new RosterImport(now).read(table);
  }

  private Preview read(List<List<String>> table) {
    int head = 0;
    while (head < table.size() && isEmpty(table.get(head))) {
      head++;
    }
    if (head == table.size()) {
      return flawed(1, Refusal.of(CampaignReason.ROSTER_FILE_EMPTY));
    }
    Map<Column, Integer> columns = RosterTable.columns(table.get(head));
    for (Column column : Column.values()) {
      if (column.isRequired() && !columns.containsKey(column)) {
        flaws.add(
            new LineFlaw(
                head + 1,
                Refusal.of(
                    CampaignReason.ROSTER_COLUMN_MISSING, column.heading(Texts.of("tables")))));
      }
    }
    if (!flaws.isEmpty()) {
      return new Preview(List.of(), List.of(), flaws);
    }
    for (int i = head + 1; i < table.size() && flaws.size() < MOST_FLAWS; i++) {
      if (!isEmpty(table.get(i))) {
        row(i + 1, table.get(i), columns);
      }
    }
    if (rows.isEmpty() && flaws.isEmpty()) {
      return flawed(head + 1, Refusal.of(CampaignReason.ROSTER_FILE_EMPTY));
    }
    now.teams().stream()
        .filter(team -> !codes.contains(team.code().toLowerCase(Locale.ROOT)))
        .forEach(team -> rows.add(new Row(0, Kind.REMOVED, TeamRow.of(team), null)));
    return new Preview(rows, List.copyOf(newHamlets.values()), flaws);
  }

  private static Preview flawed(int line, Refusal flaw) {
    return new Preview(List.of(), List.of(), List.of(new LineFlaw(line, flaw)));
  }

  private static boolean isEmpty(List<String> row) {
    return row.stream().allMatch(String::isBlank);
  }

  private void row(int line, List<String> cells, Map<Column, Integer> columns) {
    List<Refusal> wrong = new ArrayList<>();
    String code = text(cells, columns, Column.CODE);
    Team there = now.teams().stream().filter(t -> t.code().equals(code)).findFirst().orElse(null);
    TeamRow team =
        new TeamRow(
            code,
            text(cells, columns, Column.NAME),
            members(text(cells, columns, Column.MEMBERS)),
            served(text(cells, columns, Column.HAMLETS), wrong),
            kept(cells, columns, Column.HALL, there == null ? null : there.info().hall()),
            kept(cells, columns, Column.HOURS, there == null ? null : there.info().hours()),
            kept(cells, columns, Column.PHONE, there == null ? null : there.info().phone()));
    wrong.addAll(RosterRules.broken(team, hamletCodes));
    if (!codes.add(code.toLowerCase(Locale.ROOT))) {
      wrong.add(Refusal.of(CampaignReason.ROSTER_CODE_TWICE, code));
    }
    if (!names.add(team.name().toLowerCase(Locale.ROOT))) {
      wrong.add(Refusal.of(CampaignReason.ROSTER_NAME_TWICE, team.name()));
    }
    wrong.forEach(flaw -> flaws.add(new LineFlaw(line, flaw)));
    TeamRow before = there == null ? null : TeamRow.of(there);
    Kind kind = before == null ? Kind.ADDED : before.equals(team) ? Kind.UNCHANGED : Kind.CHANGED;
    rows.add(new Row(line, kind, before, team));
  }

  private static String text(List<String> cells, Map<Column, Integer> columns, Column column) {
    Integer place = columns.get(column);
    return place == null || place >= cells.size() ? "" : FoldedText.kept(cells.get(place));
  }

  /** Without such a column the value stays. */
  private static @Nullable String kept(
      List<String> cells, Map<Column, Integer> columns, Column column, @Nullable String there) {
    return columns.containsKey(column)
        ? RosterRules.plainOrNull(text(cells, columns, column))
        : there;
  }

  private static int members(String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException _) {
      return -1;
    }
  }

  /** Hamlets by name or code; an unknown name is a new one. */
  private List<String> served(String text, List<Refusal> wrong) {
    Set<String> served = new LinkedHashSet<>();
    for (String part : text.split("[;,]", -1)) {
      CodedName known = written.get(part);
      if (known != null) {
        served.add(known.code());
        continue;
      }
      String name = FoldedText.kept(part);
      if (name.isEmpty()) {
        continue;
      }
      CodedName hamlet = hamlets.get(FoldedText.of(name));
      if (hamlet == null) {
        if (newHamlets.size() >= MOST_NEW_HAMLETS) {
          wrong.add(Refusal.of(CampaignReason.ROSTER_HAMLETS, MOST_NEW_HAMLETS));
          break;
        }
        hamlet = new CodedName(freeCode(name), name);
        List<Refusal> bad = RosterRules.broken(hamlet);
        wrong.addAll(bad);
        if (!bad.isEmpty()) {
          continue;
        }
        hamlets.put(FoldedText.of(name), hamlet);
        newHamlets.put(hamlet.code(), hamlet);
        hamletCodes.add(hamlet.code());
      }
      written.put(part, hamlet);
      served.add(hamlet.code());
    }
    return List.copyOf(served);
  }

  private String freeCode(String name) {
    String plain = FoldedText.code(name);
    String code = plain;
    while (hamletCodes.contains(code)) {
      code = plain + "-" + alike.merge(plain, 2, (n, _) -> n + 1);
    }
    return code;
  }
}
