package vn.gocua.engine.roster;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.gocua.base.text.Brief;
import vn.gocua.base.text.Texts;
import vn.gocua.engine.campaign.CodedName;
import vn.gocua.engine.campaign.TeamRow;
import vn.gocua.engine.roster.ImportPreview.Place;
import vn.gocua.protocol.campaign.RosterInfo;

/** Tells clients what an import would do, in words that name the places in the file. */
final class PreviewAnswer {
  private PreviewAnswer() {}

  static RosterInfo.Preview of(String basis, ImportPreview preview, Texts texts) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    for (ImportPreview.Kind kind : ImportPreview.Kind.values()) {
      counts.put(kind.code(), 0);
    }
    preview.rows().forEach(row -> counts.merge(row.kind().code(), 1, Integer::sum));
    return new RosterInfo.Preview(
        basis,
        counts,
        preview.rows().stream().map(PreviewAnswer::row).toList(),
        preview.newHamlets().stream().map(CodedName::named).toList(),
        preview.flaws().stream().map(flaw -> problem(flaw, texts)).toList(),
        preview.notes().stream().map(note -> note(note, texts)).toList());
  }

  private static RosterInfo.Row row(ImportPreview.Row row) {
    Place place = row.place();
    return new RosterInfo.Row(
        place == null ? 0 : place.line(),
        row.kind().code(),
        told(row.before()),
        told(row.after()),
        place == null ? null : place.sheet());
  }

  private static RosterInfo.@Nullable Team told(@Nullable TeamRow team) {
    return team == null ? null : team.told();
  }

  private static RosterInfo.Problem problem(ImportPreview.Flaw flaw, Texts texts) {
    Place place = flaw.place();
    String code = flaw.refusal().code();
    return new RosterInfo.Problem(
        place.line(),
        code,
        message(place, code, flaw.refusal().arguments(), texts),
        place.sheet(),
        place.cell());
  }

  private static RosterInfo.Note note(ImportPreview.Note note, Texts texts) {
    Place place = note.place();
    return new RosterInfo.Note(
        note.kind().code(),
        place.line(),
        note.code(),
        message(place, note.code(), note.arguments(), texts),
        place.sheet(),
        place.cell());
  }

  /** «Trang «Tổ», ô C7: …». */
  private static String message(Place place, String code, List<?> arguments, Texts texts) {
    String said = texts.get(code, Brief.all(arguments));
    String sheet = place.sheet() == null ? null : Brief.text(place.sheet());
    String cell = place.cell();
    if (place.line() == 0) {
      return said;
    }
    if (sheet == null) {
      return cell == null
          ? texts.get("roster-at-line", place.line(), said)
          : texts.get("roster-at-cell", cell, said);
    }
    return cell == null
        ? texts.get("roster-at-sheet-line", sheet, place.line(), said)
        : texts.get("roster-at-sheet-cell", sheet, cell, said);
  }
}
