package vn.gocua.engine.roster;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.gocua.base.text.FoldedText;
import vn.gocua.base.text.Language;
import vn.gocua.base.text.Texts;
import vn.gocua.engine.campaign.CodedName;
import vn.gocua.engine.campaign.Edition;
import vn.gocua.engine.campaign.Team;
import vn.gocua.engine.campaign.TeamRow;

/** The teams as a table for people: an exported table can be changed and imported again. */
final class RosterTable {
  /** Columns. A heading is found by its key, in any supported language. */
  enum Column {
    CODE(true),
    NAME(true),
    MEMBERS(true),
    HAMLETS(true),
    HALL(false),
    HOURS(false),
    PHONE(false);

    private final boolean required;

    Column(boolean required) {
      this.required = required;
    }

    boolean isRequired() {
      return required;
    }

    String heading(Texts texts) {
      return texts.get("roster." + name().toLowerCase(java.util.Locale.ROOT));
    }

    private boolean isCalled(String heading) {
      String bare = FoldedText.of(heading);
      return bare.equals(name().toLowerCase(java.util.Locale.ROOT))
          || Language.all().stream()
              .map(language -> heading(Texts.of("tables", language)))
              .anyMatch(known -> FoldedText.of(known).equals(bare));
    }
  }

  private RosterTable() {}

  static List<String> headings(Texts texts) {
    return Arrays.stream(Column.values()).map(column -> column.heading(texts)).toList();
  }

  /** A row for each team. */
  static List<List<? extends @Nullable Object>> rows(Edition edition) {
    List<List<? extends @Nullable Object>> rows = new ArrayList<>();
    for (Team team : edition.teams()) {
      TeamRow row = TeamRow.of(team);
      List<@Nullable Object> cells = new ArrayList<>();
      cells.add(row.code());
      cells.add(row.name());
      cells.add(row.members());
      cells.add(String.join("; ", names(edition, row.hamlets())));
      cells.add(row.hall());
      cells.add(row.hours());
      cells.add(row.phone());
      rows.add(cells);
    }
    return rows;
  }

  private static List<String> names(Edition edition, List<String> codes) {
    return codes.stream()
        .map(code ->
            edition.hamlets().stream()
                .filter(hamlet -> hamlet.code().equals(code))
                .map(CodedName::name)
                .findFirst()
                .orElse(code))
        .toList();
  }

  /** Positions of the columns, by a row of headings. */
  static Map<Column, Integer> columns(List<String> headings) {
    Map<Column, Integer> places = new EnumMap<>(Column.class);
    for (int i = 0; i < headings.size(); i++) {
      for (Column column : Column.values()) {
        if (column.isCalled(headings.get(i))) {
          places.putIfAbsent(column, i);
        }
      }
    }
    return places;
  }
}
