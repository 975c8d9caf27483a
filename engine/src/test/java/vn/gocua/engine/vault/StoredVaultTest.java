package vn.gocua.engine.vault;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.gocua.engine.journal.Event;
import vn.gocua.engine.stores.VaultFact;
import vn.gocua.engine.stores.VaultFact.VaultBegunAnew;
import vn.gocua.engine.stores.VaultFact.VaultGivenUp;
import vn.gocua.engine.support.Golden;

/** What journals out there hold of a vault that was lost. */
class StoredVaultTest {
  private static final Instant AT = Instant.parse("2025-08-12T02:30:00.250Z");

  record Sample(String file, int n, VaultFact fact) {
    Event event() {
      return VaultFact.FACTS.event("hong-van-45/vault", n, fact);
    }
  }

  static Stream<Sample> samples() {
    return Stream.of(
        new Sample("vault-given-up-1", 1, new VaultGivenUp("9f86d081884c7d65", AT)),
        new Sample("vault-given-up-1-none-left", 1, new VaultGivenUp(null, AT)),
        new Sample("vault-begun-anew-1", 2, new VaultBegunAnew(AT)));
  }

  @ParameterizedTest
  @MethodSource("samples")
  void shouldWriteAsEver(Sample sample) {
    Golden.assertSame(sample.event(), sample.file());
  }

  @ParameterizedTest
  @MethodSource("samples")
  void shouldReadWhatWasWritten(Sample sample) {
    assertThat(VaultFact.FACTS.of(Golden.event(sample.file()))).isEqualTo(sample.fact());
    Event newer = Golden.withUnknownFields(Golden.event(sample.file()));
    assertThat(VaultFact.FACTS.of(newer)).isEqualTo(sample.fact());
  }
}
