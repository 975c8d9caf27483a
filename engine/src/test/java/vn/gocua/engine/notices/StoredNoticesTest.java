package vn.gocua.engine.notices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.gocua.engine.journal.Event;
import vn.gocua.engine.notices.NoticeFact.NoticePublished;
import vn.gocua.engine.notices.NoticeFact.NoticeWithdrawn;
import vn.gocua.engine.support.Golden;

/** Notices in journals out there can be read for ever. */
class StoredNoticesTest {
  private static final Instant AT = Instant.parse("2025-08-12T02:30:00.250Z");
  private static final String ID = "01989f2e-6a00-7c3a-9d52-3f1b7c9e0a41";
  private static final String STREAM = "hong-van-45/notice/" + ID;

  record Sample(String file, int n, NoticeFact fact) {}

  static Stream<Sample> samples() {
    return Stream.of(
        new Sample(
            "notice-published-1",
            1,
            new NoticePublished(
                ID,
                "Chiều nay tập huấn lúc 15 giờ",
                Instant.parse("2025-08-12T10:00:00Z"),
                List.of(Audience.WALL, Audience.PHONES),
                "leader",
                AT)),
        new Sample("notice-withdrawn-1", 2, new NoticeWithdrawn("leader", AT)));
  }

  @ParameterizedTest
  @MethodSource("samples")
  void shouldWriteAsEver(Sample sample) {
    Golden.assertSame(NoticeFact.FACTS.event(STREAM, sample.n(), sample.fact()), sample.file());
  }

  @ParameterizedTest
  @MethodSource("samples")
  void shouldReadWhatWasWritten(Sample sample) {
    Event newer = Golden.withUnknownFields(Golden.event(sample.file()));
    assertThat(NoticeFact.FACTS.of(newer)).isEqualTo(sample.fact());
  }

  @Test
  void shouldHaveASampleOfEveryFact() {
    Set<Class<?>> sampled =
        samples().map(sample -> sample.fact().getClass()).collect(Collectors.toSet());
    assertThat(sampled).containsExactlyInAnyOrder(NoticeFact.class.getPermittedSubclasses());
  }

  @Test
  void shouldNotTakeAnotherKindOfEventForANotice() {
    Event stranger = new Event("x/1", "x", "check-in/1", "{}", "{}");
    assertThatThrownBy(() -> NoticeFact.FACTS.of(stranger))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
