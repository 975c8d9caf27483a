package vn.gocua.engine.roster;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.gocua.base.text.FoldedText;
import vn.gocua.base.text.Language;
import vn.gocua.base.text.Texts;
import vn.gocua.engine.campaign.Edition;
import vn.gocua.engine.campaign.Team;
import vn.gocua.engine.campaign.TeamRow;

/** The teams as a table for people: an exported table can be changed and imported again. */
final class RosterTable {
  /** Columns. A heading is found by its key, and in any supported language. */
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
      return texts.get("roster." + name().toLowerCase(Locale.ROOT));
    }

    /** Whether a heading is the one that this column has in an exported table, or its key. */
    boolean isCalled(String heading) {
      return this == OWN.get(bare(heading));
    }

    /** The column that a heading means, by its own name or by another that people use. */
    static @Nullable Column of(String heading) {
      if (heading.length() > LONGEST_HEADING) {
        return null;
      }
      String bare = bare(heading);
      Column own = OWN.get(bare);
      return own == null ? ALSO.get(bare) : own;
    }
  }

  private static final int LONGEST_HEADING = 200;

  /** Remarks behind a heading: «(người)», «(*)». */
  private static final Pattern REMARKS = Pattern.compile("\\([^)]*\\)|[*:.]");

  private static final Map<String, Column> OWN = new HashMap<>();
  private static final Map<String, Column> ALSO = new HashMap<>();

  static {
    for (Column column : Column.values()) {
      String key = column.name().toLowerCase(Locale.ROOT);
      OWN.put(key, column);
      Language.all().forEach(l -> OWN.put(bare(column.heading(Texts.of("tables", l))), column));
      words("roster." + key + ".also").forEach(word -> ALSO.put(word, column));
    }
  }

  private RosterTable() {}

  private static String bare(String heading) {
    return FoldedText.of(REMARKS.matcher(heading).replaceAll(" "));
  }

  /** Words of the texts in all languages, folded; a text has them between upright strokes. */
  static Set<String> words(String key) {
    return Language.all().stream()
        .flatMap(language -> Stream.of(Texts.of("tables", language).get(key).split("\\|", -1)))
        .map(RosterTable::bare)
        .filter(word -> !word.isEmpty())
        .collect(Collectors.toUnmodifiableSet());
  }

  static List<String> headings(Texts texts) {
    return Arrays.stream(Column.values()).map(column -> column.heading(texts)).toList();
  }

  /** A row for each team. */
  static List<List<? extends @Nullable Object>> rows(Edition edition) {
    List<List<? extends @Nullable Object>> rows = new ArrayList<>();
    HamletNames names = new HamletNames(edition.hamlets());
    for (Team team : edition.teams()) {
      TeamRow row = TeamRow.of(team);
      List<@Nullable Object> cells = new ArrayList<>();
      cells.add(row.code());
      cells.add(row.name());
      cells.add(row.members());
      cells.add(names.written(row.hamlets()));
      cells.add(row.hall());
      cells.add(row.hours());
      cells.add(row.phone());
      rows.add(cells);
    }
    return rows;
  }
}
