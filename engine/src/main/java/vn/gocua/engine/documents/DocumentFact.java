package vn.gocua.engine.documents;

import java.time.Instant;
import java.util.Map;
import vn.gocua.engine.state.FactTypes;

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
          Map.of(
              "document-shared/1", DocumentShared.class,
              "document-withdrawn/1", DocumentWithdrawn.class,
              "document-fetched/1", DocumentFetched.class));
}
