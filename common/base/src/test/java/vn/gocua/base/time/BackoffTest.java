package vn.gocua.base.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BackoffTest {
  private static final Duration FIRST = Duration.ofMillis(200);
  private static final Duration LONGEST = Duration.ofSeconds(4);

  private final Backoff backoff = new Backoff(FIRST, LONGEST, new Random(1));

  @Test
  void shouldWaitLongerWithEveryFailureButNeverTooLong() {
    assertThat(backoff.next()).isBetween(FIRST.dividedBy(2), FIRST);
    assertThat(backoff.next()).isBetween(FIRST, FIRST.multipliedBy(2));
    assertThat(Stream.generate(backoff::next).limit(100)).allMatch(d -> d.compareTo(LONGEST) <= 0);
    assertThat(backoff.next()).isGreaterThanOrEqualTo(LONGEST.dividedBy(2));
  }

  @Test
  void shouldNotWaitTheSameTimeEachTime() {
    Stream.generate(backoff::next).limit(10).forEach(_ -> {});
    assertThat(Stream.generate(backoff::next).limit(20).distinct().count()).isGreaterThan(10);
  }

  @Test
  void shouldStartOverAfterASuccess() {
    Stream.generate(backoff::next).limit(10).forEach(_ -> {});
    backoff.reset();
    assertThat(backoff.next()).isLessThanOrEqualTo(FIRST).isGreaterThan(Duration.ZERO);
  }
}
