package vn.gocua.engine.documents;

import java.time.Instant;
import java.util.stream.Stream;
import vn.gocua.engine.documents.DocumentFact.DocumentFetched;
import vn.gocua.engine.documents.DocumentFact.DocumentShared;
import vn.gocua.engine.documents.DocumentFact.DocumentWithdrawn;
import vn.gocua.engine.support.StoredFacts;

/** Documents in journals out there can be read for ever. */
class StoredDocumentsTest extends StoredFacts<DocumentFact> {
  private static final Instant AT = Instant.parse("2025-08-12T02:30:00.250Z");
  private static final String ID = "01989f2e-6a00-7c3a-9d52-3f1b7c9e0a41";
  private static final String STREAM = "hong-van-45/document/" + ID;

  StoredDocumentsTest() {
    super(DocumentFact.class, DocumentFact.FACTS);
  }

  @Override
  protected Stream<Sample<DocumentFact>> samples() {
    return Stream.of(
        new Sample<>(
            "document-shared-1",
            STREAM,
            1,
            new DocumentShared(
                ID,
                "Nghị quyết.pdf",
                "application/pdf",
                300_000,
                Instant.parse("2025-08-12T10:00:00Z"),
                "leader",
                AT)),
        new Sample<>("document-fetched-1", STREAM, 2, new DocumentFetched(7, AT)),
        new Sample<>("document-withdrawn-1", STREAM, 3, new DocumentWithdrawn("leader", AT)));
  }
}
