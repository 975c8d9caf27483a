package vn.gocua.engine.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.gocua.engine.documents.DocumentFact.DocumentFetched;
import vn.gocua.engine.documents.DocumentFact.DocumentShared;
import vn.gocua.engine.documents.DocumentFact.DocumentWithdrawn;
import vn.gocua.engine.journal.Event;
import vn.gocua.engine.support.Golden;

/** Documents in journals out there can be read for ever. */
class StoredDocumentsTest {
  private static final Instant AT = Instant.parse("2025-08-12T02:30:00.250Z");
  private static final String ID = "01989f2e-6a00-7c3a-9d52-3f1b7c9e0a41";
  private static final String STREAM = "hong-van-45/document/" + ID;

  record Sample(String file, int n, DocumentFact fact) {}

  static Stream<Sample> samples() {
    return Stream.of(
        new Sample(
            "document-shared-1",
            1,
            new DocumentShared(
                ID,
                "Nghị quyết.pdf",
                "application/pdf",
                300_000,
                Instant.parse("2025-08-12T10:00:00Z"),
                "leader",
                AT)),
        new Sample("document-fetched-1", 2, new DocumentFetched(7, AT)),
        new Sample("document-withdrawn-1", 3, new DocumentWithdrawn("leader", AT)));
  }

  @ParameterizedTest
  @MethodSource("samples")
  void shouldWriteAsEver(Sample sample) {
    Golden.assertSame(DocumentFact.FACTS.event(STREAM, sample.n(), sample.fact()), sample.file());
  }

  @ParameterizedTest
  @MethodSource("samples")
  void shouldReadWhatWasWritten(Sample sample) {
    Event newer = Golden.withUnknownFields(Golden.event(sample.file()));
    assertThat(DocumentFact.FACTS.of(newer)).isEqualTo(sample.fact());
  }

  @Test
  void shouldHaveASampleOfEveryFact() {
    Set<Class<?>> sampled =
        samples().map(sample -> sample.fact().getClass()).collect(Collectors.toSet());
    assertThat(sampled).containsExactlyInAnyOrder(DocumentFact.class.getPermittedSubclasses());
  }

  @Test
  void shouldNotTakeAnotherKindOfEventForADocument() {
    Event stranger = new Event("x/1", "x", "check-in/1", "{}", "{}");
    assertThatThrownBy(() -> DocumentFact.FACTS.of(stranger))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
