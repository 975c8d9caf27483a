package vn.gocua.engine.transfer.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class ProgressTest {
  private final StringWriter out = new StringWriter();
  private long nanos;

  private Progress progress(boolean redraw) {
    return new Progress(new PrintWriter(out), redraw, () -> nanos);
  }

  private void passSeconds(double seconds) {
    nanos += (long) (seconds * 1e9);
  }

  @Test
  void shouldTellPercentSpeedAndTimeLeftOnceASecond() {
    Progress progress = progress(false);
    progress.begin("step.copying", 100_000);
    for (int i = 0; i < 20; i++) {
      passSeconds(0.1);
      progress.advance(1_000);
    }
    assertThat(out.toString().lines())
        .containsExactly(
            "  chép (copying)  ██░░░░░░░░░░░░░░░░░░░░░░ 10 %  10.000/100.000  10.000/s  còn (left) 0:09",
            "  chép (copying)  ████░░░░░░░░░░░░░░░░░░░░ 20 %  20.000/100.000  10.000/s  còn (left) 0:08");
  }

  @Test
  void shouldSayNothingOfWhatTakesLessThanASecond() {
    Progress progress = progress(true);
    progress.begin("step.copying", 10);
    passSeconds(0.9);
    progress.advance(10);
    progress.end();
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void shouldDrawOverItsLineOnATerminal() {
    Progress progress = progress(true);
    progress.begin("step.copying", 3);
    passSeconds(1);
    progress.advance(1);
    passSeconds(1);
    progress.advance(2);
    progress.end();
    assertThat(out.toString()).startsWith("\r").contains(" 33 %", "100 %").endsWith("\n");
    assertThat(out.toString().chars().filter(c -> c == '\r')).hasSize(2);
    assertThat(out.toString().chars().filter(c -> c == '\n')).hasSize(1);
  }

  @Test
  void shouldNotPassAHundredPercentWhenThereIsMoreThanWasKnown() {
    Progress progress = progress(false);
    progress.begin("step.writing", 10);
    passSeconds(1);
    progress.advance(15);
    assertThat(out.toString()).contains("100 %  15/15").contains("0:00");
  }
}
