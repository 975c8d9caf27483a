package vn.gocua.kiosk.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class FiguresTest {
  private final Figures vietnamese = new Figures(Texts.VIETNAMESE);
  private final Figures english = new Figures(Locale.ENGLISH);

  @Test
  void shouldWriteNumbersAsTheReaderDoes() {
    assertThat(vietnamese.count(1_234_567)).isEqualTo("1.234.567");
    assertThat(english.count(1_234_567)).isEqualTo("1,234,567");
    assertThat(vietnamese.percent(0.3337)).isEqualTo("33,4");
    assertThat(english.percent(1)).isEqualTo("100.0");
  }

  @Test
  void shouldNeverCallAWayInstant() {
    assertThat(vietnamese.seconds(Duration.ofMillis(3))).isEqualTo("0,1");
    assertThat(vietnamese.seconds(Duration.ofMillis(240))).isEqualTo("0,2");
    assertThat(vietnamese.seconds(Duration.ofSeconds(75))).isEqualTo("75,0");
  }

  @Test
  void shouldWriteDatesAndTimesOfTheCampaignsZone() {
    assertThat(Figures.date(LocalDate.of(2025, 8, 1))).isEqualTo("01/08/2025");
    Instant evening = Instant.parse("2025-08-11T17:05:00Z");
    assertThat(Figures.clock(evening, ZoneId.of("Asia/Ho_Chi_Minh"))).isEqualTo("00:05");
  }
}
