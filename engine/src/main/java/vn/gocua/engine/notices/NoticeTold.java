package vn.gocua.engine.notices;

import org.jspecify.annotations.Nullable;
import vn.gocua.engine.fact.Term;
import vn.gocua.engine.fact.Told;
import vn.gocua.engine.notices.NoticeFact.NoticePublished;
import vn.gocua.engine.notices.NoticeFact.NoticeWithdrawn;

/** What the audit says of notices. */
final class NoticeTold {
  private NoticeTold() {}

  static Told told(@Nullable Notice before, NoticeFact fact, String id) {
    return switch (fact) {
      case NoticePublished f ->
          Told.of(
              new Term.Quoted(f.text()),
              new Term.Listed(
                  f.where().stream().map(place -> Term.phrase("to." + place.code())).toList()),
              new Term.Moment(f.until()));
      case NoticeWithdrawn _ ->
          Told.of(before == null ? Term.UNKNOWN : new Term.Quoted(before.text()));
    };
  }
}
