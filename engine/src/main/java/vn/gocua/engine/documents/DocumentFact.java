package vn.gocua.engine.documents;

import java.time.Instant;
import vn.gocua.engine.fact.FactType;
import vn.gocua.engine.fact.FactTypes;

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
  FactTypes<DocumentFact> FACTS =
      FactTypes.of(
          DocumentFact.class,
          "a document's event",
          FactType.of("document-shared/1", DocumentShared.class)
              .audited("document-shared", DocumentShared::by, DocumentShared::at)
              .about(DocumentShared::id)
              .with("name", DocumentShared::name)
              .with("size", DocumentShared::size)
              .with("until", DocumentShared::until),
          FactType.of("document-withdrawn/1", DocumentWithdrawn.class)
              .audited("document-withdrawn", DocumentWithdrawn::by, DocumentWithdrawn::at),
          FactType.of("document-fetched/1", DocumentFetched.class));
}
