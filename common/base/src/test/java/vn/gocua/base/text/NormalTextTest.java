package vn.gocua.base.text;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.gocua.base.text.NormalText.MOST_MARKS;

import java.text.Normalizer;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Work on people's words grows with their length, and no faster. */
class NormalTextTest {
  private static final List<UnaryOperator<String>> FORMS =
      List.of(NormalText::composed, NormalText::apart, NormalText::plainest);

  /** Marks in the order that takes longest to put right. */
  private static String heap(int marks) {
    return "o" + "\u0300".repeat(marks / 2) + "\u0327".repeat(marks - marks / 2);
  }

  /** The quickest of some tries: nothing else of the machine's work is in it. */
  private static long nanos(UnaryOperator<String> form, String text) {
    return IntStream.range(0, 9)
        .mapToLong(_ -> {
          long start = System.nanoTime();
          assertThat(form.apply(text)).isNotEmpty();
          return System.nanoTime() - start;
        })
        .min()
        .orElseThrow();
  }

  @Test
  void shouldTakeNoLongerThanItsLengthSaysForAHeapOfMarks() {
    for (UnaryOperator<String> form : FORMS) {
      String tenTimes = heap(100_000);
      long once = nanos(form, heap(10_000));
      assertThat(nanos(form, tenTimes)).isLessThan(30 * once + 5_000_000);
      assertThat(form.apply(tenTimes).length()).isLessThanOrEqualTo(1 + MOST_MARKS);
    }
  }

  @Test
  void shouldKeepWhatAnyScriptWrites() {
    String words =
        "Thôn Cẩm Cơ, Hồng Vân – Nguye\u0302\u0303n; \u05e9\u05c1\u05b8\u05bc; "
            + "\u0e01\u0e34\u0e48; \ufdfa; 👩🏽‍🌾; "
            + heap(MOST_MARKS);
    assertThat(NormalText.composed(words))
        .isEqualTo(Normalizer.normalize(words, Normalizer.Form.NFC));
    assertThat(NormalText.apart(words)).isEqualTo(Normalizer.normalize(words, Normalizer.Form.NFD));
    assertThat(NormalText.plainest(words))
        .isEqualTo(Normalizer.normalize(words, Normalizer.Form.NFKD));
  }
}
