package vn.gocua.base.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What somebody sent is said back as far as they know it again, and never at length. */
class BriefTest {
  @ParameterizedTest
  @ValueSource(strings = {"", "T01", "Tổ công nghệ số cộng đồng", "😀"})
  void shouldSayAShortTextAsItIs(String text) {
    assertThat(Brief.text(text)).isEqualTo(text);
    String full = "x".repeat(Brief.LONGEST);
    assertThat(Brief.text(full)).isEqualTo(full);
  }

  @ParameterizedTest
  @ValueSource(ints = {161, 162, 1_000, 1_000_000})
  void shouldCutALongOneToItsBeginning(int length) {
    assertThat(Brief.text("x".repeat(length))).isEqualTo("x".repeat(Brief.LONGEST - 1) + "…");
  }

  @Test
  void shouldHalveNoLetter() {
    for (int before = 150; before <= 160; before++) {
      String cut = Brief.text("x".repeat(before) + "😀".repeat(50));
      assertThat(cut.length()).isBetween(Brief.LONGEST - 1, Brief.LONGEST);
      assertThat(cut).endsWith("…");
      assertThat(cut.chars().filter(c -> Character.isSurrogate((char) c)).count() % 2).isZero();
    }
  }

  @Test
  void shouldSayAnythingThatIsNoText() {
    assertThat(Brief.text(null)).isEqualTo("null");
    assertThat(Brief.text(List.of(1, 2))).isEqualTo("[1, 2]");
  }

  @Test
  void shouldListTheFirstOfMany() {
    assertThat(Brief.list(List.of("a", "b"))).isEqualTo("a, b");
    List<Integer> many = IntStream.range(0, 101).boxed().toList();
    assertThat(Brief.list(many)).startsWith("0, 1, 2").endsWith("98, 99, …");
    String endless = "x".repeat(10_000);
    assertThat(Brief.list(Collections.nCopies(5_000, endless)).length())
        .isLessThan(100 * (Brief.LONGEST + 2) + 2);
  }
}
