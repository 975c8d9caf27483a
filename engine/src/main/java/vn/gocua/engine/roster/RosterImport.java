package vn.gocua.engine.roster;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import vn.gocua.base.text.FoldedText;
import vn.gocua.base.text.Texts;
import vn.gocua.engine.campaign.Edition;
import vn.gocua.engine.campaign.TeamRow;
import vn.gocua.engine.roster.ImportPreview.Kind;
import vn.gocua.engine.roster.ImportPreview.NoteKind;
import vn.gocua.engine.roster.ImportPreview.Place;
import vn.gocua.engine.roster.RosterTable.Column;
import vn.gocua.engine.table.TableReader;
import vn.gocua.engine.table.TableSheet;
import vn.gocua.engine.table.TableSheet.Row;
import vn.gocua.protocol.campaign.CampaignReason;
import vn.gocua.protocol.refusal.Refusal;

/** Compares the tables of teams in a file with the roster as it is; changes nothing. */
final class RosterImport {
  private final Edition now;
  private final ImportFindings findings = new ImportFindings();
  private final ServedHamlets hamlets;
  private final TeamRowReader reader;
  private final List<ImportPreview.Row> rows = new ArrayList<>();

  /** Codes in the file, those of hidden rows too: their teams are not missing from it. */
  private final Set<String> mentioned = new HashSet<>();

  private final Set<String> codes = new HashSet<>();
  private final Map<String, Kind> names = new HashMap<>();

  private RosterImport(Edition now) {
    this.now = now;
    this.hamlets = new ServedHamlets(now.hamlets(), findings);
    this.reader = new TeamRowReader(now, hamlets, findings);
  }

  /**
   * Reads all visible sheets that have headings.
   *
   * @throws Refusal if a sheet with teams is larger than any table of teams
   */
  static ImportPreview compare(Edition now, List<TableSheet> sheets) {
    return new RosterImport(now).read(sheets);
  }

  private ImportPreview read(List<TableSheet> sheets) {
    List<RosterHeadings> tables = tables(sheets);
    for (RosterHeadings table : tables) {
      if (table.sheet().tooLarge()) {
        throw tooLarge();
      }
      columns(table);
      table(table);
    }
    if (rows.isEmpty() && findings.flaws().isEmpty()) {
      Place place =
          tables.isEmpty()
              ? new Place(null, 1, Place.ALL)
              : new Place(tables.getFirst().sheet().name(), tables.getFirst().line(), Place.ALL);
      findings.flaw(place, Refusal.of(CampaignReason.ROSTER_FILE_EMPTY));
    }
    if (rows.isEmpty()) {
      return new ImportPreview(List.of(), List.of(), findings.flaws(), findings.notes());
    }
    now.teams().stream()
        .filter(team -> !mentioned.contains(team.code().toLowerCase(Locale.ROOT)))
        .forEach(
            team -> rows.add(new ImportPreview.Row(null, Kind.REMOVED, TeamRow.of(team), null)));
    return new ImportPreview(rows, hamlets.added(), findings.flaws(), findings.notes());
  }

  private static Refusal tooLarge() {
    return Refusal.of(
        CampaignReason.ROSTER_FILE_TOO_LARGE, TableReader.MOST_ROWS, TableReader.MOST_COLUMNS);
  }

  /** The sheets' tables; what is left out of the others is said. */
  private List<RosterHeadings> tables(List<TableSheet> sheets) {
    List<RosterHeadings> whole = new ArrayList<>();
    List<RosterHeadings> partial = new ArrayList<>();
    List<TableSheet> without = new ArrayList<>();
    for (TableSheet sheet : sheets) {
      if (sheet.hidden()) {
        about(sheet, "roster-note-hidden-sheet", shown(sheet));
      } else if (!sheet.rows().isEmpty()) {
        RosterHeadings found = RosterHeadings.find(sheet);
        if (found == null) {
          without.add(sheet);
        } else {
          (found.isWhole() ? whole : partial).add(found);
        }
      }
    }
    if (whole.isEmpty()) {
      refuse(partial, without);
      return whole;
    }
    without.forEach(sheet -> about(sheet, "roster-note-sheet", shown(sheet)));
    partial.forEach(table ->
        about(table.sheet(), "roster-note-columns-missing", shown(table.sheet()), missing(table)));
    return whole;
  }

  private void about(TableSheet sheet, String code, Object... arguments) {
    findings.note(NoteKind.LEFT_OUT, new Place(sheet.name(), 0, Place.ALL), code, arguments);
  }

  private static String shown(TableSheet sheet) {
    return sheet.name() == null ? "" : sheet.name();
  }

  private static String missing(RosterHeadings table) {
    Texts texts = Texts.of("tables");
    return String.join(
        "», «", table.missing().stream().map(column -> column.heading(texts)).toList());
  }

  /** Says which columns are missing, where most of them are. */
  private void refuse(List<RosterHeadings> partial, List<TableSheet> without) {
    if (partial.isEmpty() && without.isEmpty()) {
      return;
    }
    if (without.stream().anyMatch(TableSheet::tooLarge)) {
      throw tooLarge();
    }
    RosterHeadings best =
        partial.stream()
            .max(java.util.Comparator.comparingInt(table -> table.columns().size()))
            .orElse(null);
    Place place =
        best == null
            ? new Place(
                without.getFirst().name(), without.getFirst().rows().getFirst().number(), Place.ALL)
            : new Place(best.sheet().name(), best.line(), Place.ALL);
    for (Column column : Column.values()) {
      if (column.isRequired() && (best == null || !best.has(column))) {
        findings.flaw(
            place,
            Refusal.of(CampaignReason.ROSTER_COLUMN_MISSING, column.heading(Texts.of("tables"))));
      }
    }
  }

  /** Says which columns are not taken, and which under another name. */
  private void columns(RosterHeadings table) {
    Place place = new Place(table.sheet().name(), table.line(), Place.ALL);
    if (!table.others().isEmpty()) {
      findings.note(NoteKind.LEFT_OUT, place, "roster-note-columns", List.copyOf(table.others()));
    }
    if (!table.hidden().isEmpty()) {
      findings.note(
          NoteKind.LEFT_OUT, place, "roster-note-hidden-columns", List.copyOf(table.hidden()));
    }
    RosterHeadings.Named phone = table.phoneHeading();
    if (phone != null) {
      findings.note(
          NoteKind.DOUBTFUL,
          new Place(table.sheet().name(), phone.line(), table.at(Column.PHONE)),
          "roster-note-phone-column",
          phone.text());
    }
  }

  /** Reads the rows below headings; further headings on the sheet hold from there on. */
  private void table(RosterHeadings first) {
    TableSheet sheet = first.sheet();
    RosterHeadings table = first;
    List<Integer> hidden = new ArrayList<>();
    boolean signed = false;
    for (int i = first.next(); i < sheet.rows().size() && !findings.areFull(); i++) {
      Row row = sheet.rows().get(i);
      RosterHeadings again = RosterHeadings.at(sheet, i);
      if (again != null) {
        if (!again.saysTheSame(table)) {
          columns(again);
        }
        table = again;
        signed = false;
        i = again.next() - 1;
      } else if (row.hidden()) {
        hidden.add(row.number());
        mentioned.add(
            FoldedText.kept(table.cell(row, Column.CODE).text()).toLowerCase(Locale.ROOT));
      } else {
        RowKind kind = RowKind.of(table, row, signed);
        signed |= kind == RowKind.SIGNATURE;
        row(table, row, kind);
      }
    }
    if (!hidden.isEmpty()) {
      findings.note(
          NoteKind.LEFT_OUT,
          new Place(sheet.name(), hidden.getFirst(), Place.ALL),
          "roster-note-hidden-rows",
          hidden.stream().map(String::valueOf).toList());
    }
  }

  private void row(RosterHeadings table, Row row, RowKind kind) {
    switch (kind) {
      case TEAM -> team(table, row);
      case HEADINGS -> {}
      case TOTAL -> leftOut(table, row, "roster-note-total");
      case SIGNATURE, OTHER -> leftOut(table, row, "roster-note-row");
    }
  }

  private void leftOut(RosterHeadings table, Row row, String code) {
    findings.note(
        NoteKind.LEFT_OUT,
        new Place(table.sheet().name(), row.number(), Place.ALL),
        code,
        RowKind.first(row));
  }

  private void team(RosterHeadings table, Row row) {
    TeamRowReader.Read read = reader.read(table, row);
    TeamRow team = read.after();
    Kind kind =
        read.before() == null
            ? Kind.ADDED
            : read.before().equals(team) ? Kind.UNCHANGED : Kind.CHANGED;
    String code = team.code().toLowerCase(Locale.ROOT);
    mentioned.add(code);
    if (!codes.add(code) && !code.isEmpty()) {
      findings.flaw(
          place(table, row, Column.CODE),
          Refusal.of(CampaignReason.ROSTER_CODE_TWICE, team.code()));
    }
    Kind other = names.putIfAbsent(team.name().toLowerCase(Locale.ROOT), kind);
    boolean entered = kind != Kind.UNCHANGED || other != Kind.UNCHANGED;
    if (other != null && entered && !team.name().isEmpty()) {
      findings.flaw(
          place(table, row, Column.NAME),
          Refusal.of(CampaignReason.ROSTER_NAME_TWICE, team.name()));
    }
    rows.add(new ImportPreview.Row(place(table, row, Column.CODE), kind, read.before(), team));
  }

  private static Place place(RosterHeadings table, Row row, Column column) {
    return new Place(table.sheet().name(), row.number(), table.at(column));
  }
}
