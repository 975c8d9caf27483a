package vn.gocua.kiosk.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BackoffTest {
  private final Backoff backoff = new Backoff(new Random(1));

  @Test
  void shouldWaitLongerWithEveryFailureButNeverTooLong() {
    assertThat(backoff.next()).isBetween(Backoff.FIRST.dividedBy(2), Backoff.FIRST);
    assertThat(backoff.next()).isBetween(Backoff.FIRST, Backoff.FIRST.multipliedBy(2));
    assertThat(Stream.generate(backoff::next).limit(100))
        .allMatch(d -> d.compareTo(Backoff.LONGEST) <= 0);
    assertThat(backoff.next()).isGreaterThanOrEqualTo(Backoff.LONGEST.dividedBy(2));
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
    assertThat(backoff.next()).isLessThanOrEqualTo(Backoff.FIRST).isGreaterThan(Duration.ZERO);
  }
}
