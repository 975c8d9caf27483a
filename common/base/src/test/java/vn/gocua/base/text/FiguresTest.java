package vn.gocua.base.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class FiguresTest {
  private final Figures vietnamese = Language.first().figures();
  private final Figures english = Objects.requireNonNull(Language.find("en")).figures();

  @Test
  void shouldWriteNumbersAsTheReaderDoes() {
    assertThat(vietnamese.count(1_234_567)).isEqualTo("1.234.567");
    assertThat(english.count(1_234_567)).isEqualTo("1,234,567");
    assertThat(vietnamese.percent(0.3337)).isEqualTo("33,4");
    assertThat(english.percent(1)).isEqualTo("100.0");
    assertThat(vietnamese.number(-1234.5678)).isEqualTo("-1.234,568");
    assertThat(english.number(7)).isEqualTo("7");
  }

  @Test
  void shouldNeverCallAWayInstant() {
    assertThat(vietnamese.seconds(Duration.ofMillis(3))).isEqualTo("0,1");
    assertThat(vietnamese.seconds(Duration.ofMillis(240))).isEqualTo("0,2");
    assertThat(vietnamese.seconds(Duration.ofSeconds(75))).isEqualTo("75,0");
  }

  @Test
  void shouldWriteDatesAndTimesOfTheCampaignsZone() {
    assertThat(vietnamese.date(LocalDate.of(2025, 8, 1))).isEqualTo("01/08/2025");
    Instant evening = Instant.parse("2025-08-11T17:05:00Z");
    assertThat(english.clock(evening, ZoneId.of("Asia/Ho_Chi_Minh"))).isEqualTo("00:05");
  }

  @Test
  void shouldNameDaysAndSayFromWhenToWhen() {
    OffsetDateTime starts = OffsetDateTime.parse("2025-08-25T19:30:00+07:00");
    assertThat(vietnamese.weekday(DayOfWeek.SUNDAY)).isEqualTo("Chủ Nhật");
    assertThat(vietnamese.moment(starts)).isEqualTo("19:30, 25/08/2025");
    assertThat(vietnamese.span(starts, starts.plusMinutes(90)))
        .isEqualTo("19:30–21:00, Thứ Hai 25/08/2025");
    assertThat(english.span(starts, starts.plusMinutes(90)))
        .isEqualTo("19:30–21:00, Monday 25/08/2025");
  }
}
