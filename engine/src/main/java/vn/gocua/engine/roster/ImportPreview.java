package vn.gocua.engine.roster;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.gocua.engine.campaign.CodedName;
import vn.gocua.engine.campaign.TeamRow;
import vn.gocua.engine.table.TableSheet;
import vn.gocua.protocol.refusal.Refusal;

/** Changes that a table would make, row by row, or its faults; and what was not taken as it is. */
record ImportPreview(
    List<Row> rows, List<CodedName> newHamlets, List<Flaw> flaws, List<Note> notes) {

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

  /** What a note is about. */
  enum NoteKind {
    /** It stands in the file and is not taken. */
    LEFT_OUT,
    /** It is taken in another form than it stands there. */
    REPAIRED,
    /** It is taken as it stands there, and may be wrong. */
    DOUBTFUL;

    String code() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /**
   * A place in the file.
   *
   * @param sheet null in a text file
   * @param line counted from 1; 0 for the whole sheet
   * @param column counted from 0; negative for the whole line
   */
  record Place(@Nullable String sheet, int line, int column) {
    static final int ALL = -1;

    /** As spreadsheets name the cell, C7; null for the whole line. */
    @Nullable String cell() {
      return column < 0 ? null : TableSheet.address(line, column);
    }
  }

  /**
   * A team of the table, or one that the table does not name.
   *
   * @param place null if it is not in the file
   */
  record Row(@Nullable Place place, Kind kind, @Nullable TeamRow before, @Nullable TeamRow after) {}

  /** A fault that has to be mended in the file. */
  record Flaw(Place place, Refusal refusal) {}

  /**
   * What a reader of the file should know before the changes are made.
   *
   * @param code of the text; {@code arguments} fill it in
   */
  record Note(NoteKind kind, Place place, String code, List<?> arguments) {}
}
