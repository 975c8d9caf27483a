package vn.gocua.engine.documents;

import java.time.Instant;
import vn.gocua.engine.fact.FactType;
import vn.gocua.engine.fact.FactTypes;

/** Facts of shared documents. The files are in a store. */
public sealed interface DocumentFact {
  /**
   * A document was shared.
   *
   * @param type media type, by the file's content
   * @param size bytes
   * @param until end of the sharing, in the campaign's time
   */
  record DocumentShared(
      String id, String name, String type, long size, Instant until, String by, Instant at)
      implements DocumentFact {}

  /** A document was withdrawn and its file erased. */
  record DocumentWithdrawn(String by, Instant at) implements DocumentFact {}

  /**
   * A document was downloaded.
   *
   * @param times downloads since the last such fact, on one engine
   */
  record DocumentFetched(int times, Instant at) implements DocumentFact {}

  /** Names of these facts in the journal. */
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
