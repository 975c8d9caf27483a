package vn.gocua.engine.documents;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.gocua.engine.documents.DocumentFact.DocumentFetched;
import vn.gocua.engine.documents.DocumentFact.DocumentShared;
import vn.gocua.engine.documents.DocumentFact.DocumentWithdrawn;

/** A file that is handed out for a while. */
record SharedDocument(
    String id,
    String name,
    String type,
    long size,
    Instant until,
    String by,
    Instant sharedAt,
    boolean withdrawn,
    int fetched) {

  static @Nullable SharedDocument evolve(@Nullable SharedDocument document, DocumentFact fact) {
    if (fact
        instanceof
        DocumentShared(var id, var name, var type, var size, var until, var by, var at)) {
      return new SharedDocument(id, name, type, size, until, by, at, false, 0);
    }
    return document == null
        ? null
        : switch (fact) {
          case DocumentWithdrawn _ -> document.with(true, document.fetched);
          case DocumentFetched(int times, _) ->
              document.with(document.withdrawn, document.fetched + times);
          case DocumentShared _ -> document;
        };
  }

  private SharedDocument with(boolean nowWithdrawn, int nowFetched) {
    return new SharedDocument(id, name, type, size, until, by, sharedAt, nowWithdrawn, nowFetched);
  }

  boolean isHandedOut(Instant now) {
    return !withdrawn && now.isBefore(until);
  }
}
