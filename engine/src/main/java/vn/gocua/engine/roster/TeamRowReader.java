package vn.gocua.engine.roster;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.gocua.base.text.FoldedText;
import vn.gocua.engine.campaign.Edition;
import vn.gocua.engine.campaign.Team;
import vn.gocua.engine.campaign.TeamRow;
import vn.gocua.engine.roster.ImportPreview.NoteKind;
import vn.gocua.engine.roster.ImportPreview.Place;
import vn.gocua.engine.roster.RosterTable.Column;
import vn.gocua.engine.table.TableSheet.Cell;
import vn.gocua.engine.table.TableSheet.Kind;
import vn.gocua.engine.table.TableSheet.Row;
import vn.gocua.protocol.campaign.CampaignReason;
import vn.gocua.protocol.refusal.Refusal;

/**
 * Reads the team of a row. A cell that shows what an export would write for this team leaves its
 * value as it is: what was only exported and imported again changes nothing.
 */
final class TeamRowReader {
  /** In the order of an exported row's cells. */
  private static final List<Column> COLUMNS = List.of(Column.values());

  private final Map<String, Team> teams = new HashMap<>();
  private final Map<String, List<? extends @Nullable Object>> exported = new HashMap<>();
  private final ServedHamlets hamlets;
  private final ImportFindings findings;

  /**
   * @param before the team as it is; null if it is new
   */
  record Read(@Nullable TeamRow before, TeamRow after) {}

  TeamRowReader(Edition now, ServedHamlets hamlets, ImportFindings findings) {
    this.hamlets = hamlets;
    this.findings = findings;
    now.teams().forEach(team -> teams.put(team.code().toLowerCase(Locale.ROOT), team));
    RosterTable.rows(now).forEach(row -> exported.put(String.valueOf(row.getFirst()), row));
  }

  /** The row that is being read, with what is known of its team. */
  private final class Reading {
    private final RosterHeadings table;
    private final Row row;
    private final @Nullable TeamRow before;
    private final List<? extends @Nullable Object> shown;
    private final Set<Column> failed = EnumSet.noneOf(Column.class);

    Reading(RosterHeadings table, Row row, @Nullable Team there) {
      this.table = table;
      this.row = row;
      this.before = there == null ? null : TeamRow.of(there);
      this.shown = there == null ? List.of() : Objects.requireNonNull(exported.get(there.code()));
      for (Column column : table.columns().keySet()) {
        Cell cell = table.cell(row, column);
        boolean error = cell.kind() == Kind.ERROR;
        if ((error || cell.kind() == Kind.UNCALCULATED) && !isAsExported(column)) {
          failed.add(column);
          findings.flaw(
              place(column),
              error
                  ? Refusal.of(CampaignReason.ROSTER_CELL_ERROR, cell.text())
                  : Refusal.of(CampaignReason.ROSTER_CELL_FORMULA));
        }
      }
    }

    Place place(Column column) {
      return new Place(
          table.sheet().name(), row.number(), table.has(column) ? table.at(column) : Place.ALL);
    }

    /**
     * Whether a cell shows what stands there; a column that is missing leaves what stands there.
     */
    boolean isAsExported(Column column) {
      if (before == null) {
        return false;
      }
      Object text = shown.get(COLUMNS.indexOf(column));
      return !table.has(column)
          || FoldedText.kept(table.cell(row, column).text())
              .equals(FoldedText.kept(text == null ? "" : text.toString()));
    }

    String text(Column column) {
      return failed.contains(column) ? "" : FoldedText.kept(table.cell(row, column).text());
    }

    /** A text that a spreadsheet may have taken for a day. */
    @Nullable String words(Column column) {
      Cell cell = table.cell(row, column);
      String text = text(column);
      if (!text.isEmpty() && cell.kind() == Kind.DATE) {
        findings.note(NoteKind.DOUBTFUL, place(column), "roster-note-day", text);
      } else if (!text.isEmpty() && cell.kind() == Kind.NUMBER && column == Column.HOURS) {
        boolean time = text.indexOf(':') >= 0;
        if (!time) {
          findings.note(NoteKind.DOUBTFUL, place(column), "roster-note-number", text);
        }
      }
      return text.isEmpty() ? null : text;
    }

    @Nullable String phone() {
      Cell cell = table.cell(row, Column.PHONE);
      String text = text(Column.PHONE);
      if (text.isEmpty()) {
        return null;
      }
      PhoneText phone = PhoneText.of(text, cell.number());
      if (!phone.certain()) {
        findings.note(NoteKind.DOUBTFUL, place(Column.PHONE), "roster-note-phone", phone.text());
      } else if (!phone.text().equals(text)) {
        findings.note(
            NoteKind.REPAIRED, place(Column.PHONE), "roster-note-zero", text, phone.text());
      }
      return phone.text();
    }

    TeamRow team(String code) {
      return new TeamRow(
          code,
          before != null && isAsExported(Column.NAME)
              ? before.name()
              : Objects.requireNonNullElse(words(Column.NAME), ""),
          before != null && isAsExported(Column.MEMBERS)
              ? before.members()
              : MemberCount.of(table.cell(row, Column.MEMBERS)),
          before != null && isAsExported(Column.HAMLETS)
              ? before.hamlets()
              : failed.contains(Column.HAMLETS)
                  ? List.of()
                  : hamlets.read(place(Column.HAMLETS), table.cell(row, Column.HAMLETS).text()),
          before != null && isAsExported(Column.HALL) ? before.hall() : words(Column.HALL),
          before != null && isAsExported(Column.HOURS) ? before.hours() : words(Column.HOURS),
          before != null && isAsExported(Column.PHONE) ? before.phone() : phone());
    }
  }

  /** Reads a row; its faults and doubts go to the findings. */
  Read read(RosterHeadings table, Row row) {
    String code = FoldedText.kept(table.cell(row, Column.CODE).text());
    Team there = teams.get(code.toLowerCase(Locale.ROOT));
    Reading reading = new Reading(table, row, there);
    int faults = findings.flaws().size();
    TeamRow team = reading.team(there == null ? code : there.code());
    if (!team.equals(reading.before)) {
      boolean unclear = findings.flaws().size() > faults;
      for (Refusal flaw : RosterRules.broken(team, hamlets.codes())) {
        Column column = column(flaw, team);
        boolean said = reading.failed.contains(column) || (unclear && column == Column.HAMLETS);
        if (!said) {
          findings.flaw(reading.place(column), flaw);
        }
      }
    }
    return new Read(reading.before, team);
  }

  private static Column column(Refusal flaw, TeamRow team) {
    return switch ((CampaignReason) flaw.reason()) {
      case ROSTER_NAME -> Column.NAME;
      case ROSTER_MEMBERS -> Column.MEMBERS;
      case ROSTER_NO_HAMLET, UNKNOWN_HAMLET -> Column.HAMLETS;
      case ROSTER_PHONE -> Column.PHONE;
      case ROSTER_TEXT ->
          Objects.requireNonNullElse(team.hall(), "").length()
                  > vn.gocua.protocol.body.Limits.TEAM_TEXT
              ? Column.HALL
              : Column.HOURS;
      default -> Column.CODE;
    };
  }
}
