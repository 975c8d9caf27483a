package vn.gocua.engine.documents;

import org.jspecify.annotations.Nullable;
import vn.gocua.engine.documents.DocumentFact.DocumentShared;
import vn.gocua.engine.documents.DocumentFact.DocumentWithdrawn;
import vn.gocua.engine.fact.Term;
import vn.gocua.engine.fact.Told;

/** What the audit says of documents. */
final class DocumentTold {
  private DocumentTold() {}

  static Told told(@Nullable SharedDocument before, DocumentFact fact, String id) {
    return switch (fact) {
      case DocumentShared f -> Told.of(new Term.Quoted(f.name()), new Term.Moment(f.until()));
      case DocumentWithdrawn _ ->
          Told.of(before == null ? Term.UNKNOWN : new Term.Quoted(before.name()));
      default -> Told.NOTHING;
    };
  }
}
