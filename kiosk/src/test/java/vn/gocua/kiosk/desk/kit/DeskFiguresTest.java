package vn.gocua.kiosk.desk.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.gocua.base.text.Language;
import vn.gocua.base.text.Texts;

class DeskFiguresTest {
  @ParameterizedTest
  @CsvSource({
    "requests.since, PT0S, Vừa gửi",
    "requests.since, PT59S, Vừa gửi",
    "requests.since, PT1M, Gửi 1 phút trước",
    "team.request.waits, PT30S, 'Vừa gửi, chưa ai nhận'",
    "team.request.claimed, PT3H, 'Gửi 3 giờ trước, tổ đã nhận'"
  })
  void shouldSayHowLongAgoSomethingWasAsked(String key, String age, String said) {
    Texts texts = Texts.of("desk", Language.first());
    assertThat(DeskFigures.since(texts, key, Duration.parse(age))).isEqualTo(said);
  }
}
