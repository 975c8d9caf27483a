package vn.gocua.engine.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.gocua.engine.fact.FactTypes;
import vn.gocua.engine.journal.Event;

/** Facts of one kind are written as ever, and those in journals out there can be read for ever. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class StoredFacts<F> {
  private final Class<F> kind;
  private final FactTypes<F> types;

  protected StoredFacts(Class<F> kind, FactTypes<F> types) {
    this.kind = kind;
    this.types = types;
  }

  /**
   * A fact, and the file with the event that was once written of it.
   *
   * @param n its place in the stream
   */
  public record Sample<F>(String file, String stream, int n, F fact) {
    @Override
    public String toString() {
      return file;
    }
  }

  /** At least one of every fact of this kind. */
  protected abstract Stream<Sample<F>> samples();

  @ParameterizedTest
  @MethodSource("samples")
  void shouldWriteAsEver(Sample<F> sample) {
    Golden.assertSame(types.event(sample.stream(), sample.n(), sample.fact()), sample.file());
  }

  @ParameterizedTest
  @MethodSource("samples")
  void shouldReadWhatWasWritten(Sample<F> sample) {
    assertThat(types.of(Golden.event(sample.file()))).isEqualTo(sample.fact());
  }

  @ParameterizedTest
  @MethodSource("samples")
  void shouldPassOverFieldsOfANewerEngine(Sample<F> sample) {
    Event newer = Golden.withUnknownFields(Golden.event(sample.file()));
    assertThat(types.of(newer)).isEqualTo(sample.fact());
  }

  @Test
  void shouldHaveASampleOfEveryFact() {
    Set<Class<?>> sampled =
        samples().map(sample -> sample.fact().getClass()).collect(Collectors.toSet());
    assertThat(sampled)
        .containsExactlyInAnyOrder(
            kind.isSealed() ? kind.getPermittedSubclasses() : new Class<?>[] {kind});
  }

  @Test
  void shouldNotTakeAnotherKindOfEvent() {
    Event stranger = new Event("x/1", "x", "check-in/1", "{}", "{}");
    assertThatThrownBy(() -> types.of(stranger)).isInstanceOf(IllegalArgumentException.class);
  }
}
