package vn.gocua.engine.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import java.util.function.LongFunction;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Whoever chooses ids cannot choose them so that counting them takes long. */
class IdSetTest {
  private static final int IDS = 40_000;

  private static long nanos(LongFunction<IdSet.Id> ids) {
    List<IdSet.Id> all = LongStream.range(1, IDS).mapToObj(ids).toList();
    return LongStream.range(0, 5)
        .map(_ -> {
          IdSet set = new IdSet();
          long start = System.nanoTime();
          all.forEach(set::add);
          long took = System.nanoTime() - start;
          assertThat(set.size()).isEqualTo(IDS - 1);
          return took;
        })
        .min()
        .orElseThrow();
  }

  @Test
  void shouldTakeChosenIdsAboutAsFastAsOthers() {
    SplittableRandom random = new SplittableRandom(12);
    long others = nanos(_ -> new IdSet.Id(random.nextLong(), random.nextLong()));
    List<LongFunction<IdSet.Id>> chosen =
        List.of(
            i -> new IdSet.Id(i, Long.rotateRight(i, 31)),
            i -> new IdSet.Id(i, i),
            i -> new IdSet.Id(i, -i),
            i -> new IdSet.Id(i << 32, 1),
            i -> new IdSet.Id(1, i << 44),
            i -> new IdSet.Id(0x0197_0000_0000_7000L, i));
    for (LongFunction<IdSet.Id> ids : chosen) {
      assertThat(nanos(ids)).isLessThan(20 * others + 5_000_000);
    }
  }
}
