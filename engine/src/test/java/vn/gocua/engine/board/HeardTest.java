package vn.gocua.engine.board;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A message that got lost is noticed, at the latest by the sender's next beat. */
class HeardTest {
  private final Heard heard = new Heard();

  @Test
  void shouldMissNothingThatCameBeforeTheFirst() {
    assertThat(heard.message("a", 812)).isFalse();
    assertThat(heard.beat("b", 7)).isFalse();
  }

  @Test
  void shouldMissNothingInARow() {
    heard.message("a", 1);
    assertThat(heard.message("a", 2)).isFalse();
    assertThat(heard.beat("a", 2)).isFalse();
    assertThat(heard.beat("a", 2)).isFalse();
    assertThat(heard.message("a", 3)).isFalse();
  }

  @Test
  void shouldMissOneInTheMiddle() {
    heard.message("a", 1);
    assertThat(heard.message("a", 3)).isTrue();
    assertThat(heard.message("a", 4)).as("once").isFalse();
  }

  @Test
  void shouldMissTheLastByTheNextBeat() {
    heard.message("a", 1);
    assertThat(heard.beat("a", 2)).isTrue();
    assertThat(heard.beat("a", 2)).as("once").isFalse();
  }

  @Test
  void shouldTellTheOthersApart() {
    heard.message("a", 1);
    heard.message("b", 9);
    assertThat(heard.message("a", 2)).isFalse();
    assertThat(heard.beat("b", 9)).isFalse();
  }
}
