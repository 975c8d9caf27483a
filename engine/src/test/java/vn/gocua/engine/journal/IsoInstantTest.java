package vn.gocua.engine.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IsoInstantTest {
  @Property
  void shouldWriteWhatTheJdkWrites(@ForAll("instants") Instant instant) {
    assertThat(IsoInstant.text(instant)).isEqualTo(instant.toString());
  }

  @Property
  void shouldReadWhatTheJdkReads(
      @ForAll("instants") Instant instant, @ForAll("offsets") ZoneOffset offset) {
    OffsetDateTime local = instant.atOffset(offset);
    assertThat(IsoInstant.parse(local.toString())).isEqualTo(instant);
    assertThat(IsoInstant.parse(instant.toString())).isEqualTo(instant);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-11-23T09:30+07:00",
        "2026-11-23t09:30:00z",
        "2026-11-23T09:30:00.Z",
        "2026-11-23T09:30:00.5+07:00",
        "2026-11-23T09:30:00.123456789-03:30",
        "2026-11-23T09:30:00+07:00:30",
        "2026-11-23T09:30:00+18:00",
        "2024-02-29T23:59:59Z",
        "0000-01-01T00:00:00Z",
        "+12026-11-23T09:30:00Z",
        "-0044-03-15T12:00:00Z"
      })
  void shouldReadUnusualForms(String text) {
    assertThat(IsoInstant.parse(text)).isEqualTo(OffsetDateTime.parse(text).toInstant());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Z",
        "2026-11-23",
        "2026-11-23T09:30:00",
        "2026-11-23T09:30:00.1234567890Z",
        "2026-11-23T24:00:00Z",
        "2026-11-23T09:60:00Z",
        "2026-11-23T09:30:60Z",
        "2026-02-29T09:30:00Z",
        "2026-13-01T09:30:00Z",
        "2026-11-00T09:30:00Z",
        "2026-11-23T09:30:00+19:00",
        "2026-11-23T09:30:00+07-00",
        "2026-11-23T09:30:00 07:00",
        "2026-11-23T09:30:00Z07:00",
        "2026-11-23T0a:30:00Z",
        "２０26-11-23T09:30:00Z",
        "2026-11-23 09:30:00Z"
      })
  void shouldRefuseWhatIsNoTime(String text) {
    assertThatThrownBy(() -> OffsetDateTime.parse(text)).isInstanceOf(DateTimeException.class);
    assertThatThrownBy(() -> IsoInstant.parse(text)).isInstanceOf(DateTimeException.class);
  }

  @Provide
  Arbitrary<Instant> instants() {
    long first = Instant.parse("-0002-01-01T00:00:00Z").getEpochSecond();
    long last = Instant.parse("+10001-12-31T23:59:59Z").getEpochSecond();
    Arbitrary<Long> seconds =
        Arbitraries.oneOf(
            Arbitraries.longs().between(first, last),
            Arbitraries.longs().between(-100_000, 4_000_000_000L));
    Arbitrary<Integer> nanos =
        Arbitraries.oneOf(
            Arbitraries.just(0),
            Arbitraries.integers().between(0, 999).map(milli -> milli * 1_000_000),
            Arbitraries.integers().between(0, 999_999).map(micro -> micro * 1000),
            Arbitraries.integers().between(0, 999_999_999));
    return Combinators.combine(seconds, nanos).as(Instant::ofEpochSecond);
  }

  @Provide
  Arbitrary<ZoneOffset> offsets() {
    return Arbitraries.integers()
        .between(-18 * 60, 18 * 60)
        .map(minutes -> ZoneOffset.ofTotalSeconds(minutes * 60));
  }
}
