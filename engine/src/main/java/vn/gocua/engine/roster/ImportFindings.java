package vn.gocua.engine.roster;

import java.util.ArrayList;
import java.util.List;
import vn.gocua.engine.roster.ImportPreview.Flaw;
import vn.gocua.engine.roster.ImportPreview.Note;
import vn.gocua.engine.roster.ImportPreview.NoteKind;
import vn.gocua.engine.roster.ImportPreview.Place;
import vn.gocua.protocol.refusal.Refusal;

/** Gathers what is found in a table while it is read: its faults, and what readers should know. */
final class ImportFindings {
  private static final int MOST_FLAWS = 200;
  private static final int MOST_NOTES = 200;

  private final List<Flaw> flaws = new ArrayList<>();
  private final List<Note> notes = new ArrayList<>();

  void flaw(Place place, Refusal refusal) {
    flaws.add(new Flaw(place, refusal));
  }

  /** Adds a note, unless there are so many that nobody reads them. */
  void note(NoteKind kind, Place place, String code, Object... arguments) {
    if (notes.size() < MOST_NOTES) {
      notes.add(new Note(kind, place, code, List.of(arguments)));
    }
  }

  boolean areFull() {
    return flaws.size() >= MOST_FLAWS;
  }

  List<Flaw> flaws() {
    return flaws;
  }

  List<Note> notes() {
    return notes;
  }
}
