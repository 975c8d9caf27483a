package vn.gocua.engine.learning;

import org.jspecify.annotations.Nullable;
import vn.gocua.engine.fact.Term;
import vn.gocua.engine.fact.Told;
import vn.gocua.engine.learning.LearningFact.ClassCancelled;
import vn.gocua.engine.learning.LearningFact.ClassChanged;
import vn.gocua.engine.learning.LearningFact.ClassScheduled;

/** What the audit says of classes. */
final class LearningTold {
  private LearningTold() {}

  static Told told(@Nullable ClassSession before, LearningFact fact, String id) {
    return switch (fact) {
      case ClassScheduled f ->
          Told.of(
              new Term.Quoted(f.lesson().title()),
              span(f.lesson()),
              new Term.Plain(f.lesson().place()),
              new Term.Figure(f.lesson().seats()));
      case ClassChanged f ->
          Told.of(new Term.Quoted(f.lesson().title()))
              .with(before == null ? new Told.Changes() : changes(before.lesson(), f.lesson()));
      case ClassCancelled _ ->
          before == null
              ? Told.of(Term.UNKNOWN, Term.UNKNOWN)
              : Told.of(new Term.Quoted(before.lesson().title()), span(before.lesson()));
      default -> Told.NOTHING;
    };
  }

  private static Told.Changes changes(Lesson before, Lesson now) {
    return new Told.Changes()
        .replaced("title", null, new Term.Quoted(before.title()), new Term.Quoted(now.title()))
        .replaced("time", null, span(before), span(now))
        .replaced("place", null, new Term.Quoted(before.place()), new Term.Quoted(now.place()))
        .replaced("hamlet", null, hamlet(before), hamlet(now))
        .replaced("seats", null, new Term.Figure(before.seats()), new Term.Figure(now.seats()));
  }

  private static Term span(Lesson lesson) {
    return new Term.Span(lesson.startsAt(), lesson.endsAt());
  }

  private static Term hamlet(Lesson lesson) {
    String code = lesson.hamlet();
    return code == null ? Term.phrase("everywhere") : new Term.Named(Term.Kind.HAMLET, code);
  }
}
