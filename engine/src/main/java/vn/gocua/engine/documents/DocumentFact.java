package vn.gocua.engine.documents;

import java.time.Instant;
import vn.gocua.engine.journal.Event;
import vn.gocua.engine.journal.EventCodec;
import vn.gocua.engine.journal.Ledger;
import vn.gocua.engine.live.Projection;

/** What happened to documents that are handed out; the files themselves lie in a store. */
public sealed interface DocumentFact {
  /**
   * A document was handed out.
   *
   * @param type media type, by what the file holds
   * @param size bytes
   * @param until in the campaign's time; from then on it is handed out no longer
   */
  record DocumentShared(
      String id, String name, String type, long size, Instant until, String by, Instant at)
      implements DocumentFact {}

  /** It is handed out no longer, and its file is erased. */
  record DocumentWithdrawn(String by, Instant at) implements DocumentFact {}

  /** Some fetched it; how many since this was last said, on one engine. */
  record DocumentFetched(int times, Instant at) implements DocumentFact {}

  /** How these facts stand in the journal. */
  Ledger.Facts<DocumentFact> FACTS =
      new Ledger.Facts<>() {
        @Override
        public Event event(String stream, int n, DocumentFact fact) {
          return DocumentFact.event(stream, n, fact);
        }

        @Override
        public DocumentFact of(Event event) {
          return DocumentFact.of(event);
        }
      };

  /** Event n of a stream. The names and the JSON are frozen; approval tests hold them. */
  static Event event(String stream, int n, DocumentFact fact) {
    String type =
        switch (fact) {
          case DocumentShared _ -> "document-shared/1";
          case DocumentWithdrawn _ -> "document-withdrawn/1";
          case DocumentFetched _ -> "document-fetched/1";
        };
    return new Event(Projection.idOf(stream, n), stream, type, EventCodec.json(fact), "{}");
  }

  /**
   * Reads a fact back.
   *
   * @throws IllegalArgumentException for an event of another kind
   */
  static DocumentFact of(Event event) {
    Class<? extends DocumentFact> type =
        switch (event.type()) {
          case "document-shared/1" -> DocumentShared.class;
          case "document-withdrawn/1" -> DocumentWithdrawn.class;
          case "document-fetched/1" -> DocumentFetched.class;
          default -> throw new IllegalArgumentException("not a document's event: " + event.type());
        };
    return EventCodec.read(event.content(), type);
  }
}
