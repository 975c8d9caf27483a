package vn.gocua.engine.screens;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.gocua.engine.journal.Event;
import vn.gocua.engine.screens.ScreenFact.ScreenAccepted;
import vn.gocua.engine.screens.ScreenFact.ScreenOffered;
import vn.gocua.engine.screens.ScreenFact.ScreenRevoked;
import vn.gocua.engine.support.Golden;

/** Screens in journals out there can be read for ever. */
class StoredScreensTest {
  private static final Instant AT = Instant.parse("2025-08-12T02:30:00.250Z");
  private static final Instant UNTIL = Instant.parse("2025-08-12T03:30:00.250Z");
  private static final String STREAM = "hong-van-45/screen/K7M29Q";
  private static final String HASH =
      "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";

  record Sample(String file, int n, ScreenFact fact) {
    Event event() {
      return ScreenFact.FACTS.event(STREAM, n, fact);
    }

    @Override
    public String toString() {
      return file;
    }
  }

  static Stream<Sample> samples() {
    return Stream.of(
        new Sample("screen-offered-1", 1, new ScreenOffered(HASH, AT, UNTIL)),
        new Sample("screen-accepted-1", 2, new ScreenAccepted("leader", "Hội trường", AT)),
        new Sample("screen-accepted-1-nowhere", 2, new ScreenAccepted("leader", null, AT)),
        new Sample("screen-revoked-1", 3, new ScreenRevoked("leader", AT)));
  }

  @ParameterizedTest
  @MethodSource("samples")
  void shouldWriteAsEver(Sample sample) {
    Golden.assertSame(sample.event(), sample.file());
  }

  @ParameterizedTest
  @MethodSource("samples")
  void shouldReadWhatWasWrittenAlsoByANewerEngine(Sample sample) {
    Event stored = Golden.event(sample.file());
    assertThat(ScreenFact.FACTS.of(stored)).isEqualTo(sample.fact());
    assertThat(ScreenFact.FACTS.of(Golden.withUnknownFields(stored))).isEqualTo(sample.fact());
  }

  @Test
  void shouldHaveASampleOfEveryFact() {
    Set<Class<?>> sampled =
        samples().map(sample -> sample.fact().getClass()).collect(Collectors.toSet());
    assertThat(sampled).containsExactlyInAnyOrder(ScreenFact.class.getPermittedSubclasses());
  }

  @Test
  void shouldNotTakeAnotherKindOfEventForAScreens() {
    Event stranger = new Event("x/1", "x", "check-in/1", "{}", "{}");
    assertThatThrownBy(() -> ScreenFact.FACTS.of(stranger))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
