package vn.gocua.engine.checkin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import vn.gocua.engine.checkin.event.Counts;
import vn.gocua.engine.checkin.event.Tally;
import vn.gocua.engine.checkin.event.TallyProjection;

/** Tallies add up. */
class TallyProperties {
  private static final TallyProjection TALLIES = new TallyProjection();

  @Provide
  Arbitrary<Tally> tallies() {
    Arbitrary<Long> number = Arbitraries.longs().between(0, 1L << 40);
    Arbitrary<Counts> counts =
        Arbitraries.maps(
                Arbitraries.of("elderly", "disability", "public-services", "Ứng-dụng", "x"),
                Arbitraries.longs().between(1, 1L << 40))
            .map(map -> new Counts(Collections.unmodifiableSortedMap(new TreeMap<>(map))));
    return Combinators.combine(number, number, counts, counts, number).as(Tally::new);
  }

  @Property(tries = 300)
  void shouldAddInAnyOrder(@ForAll List<@net.jqwik.api.From("tallies") Tally> tallies) {
    Tally forwards = tallies.stream().reduce(Tally.EMPTY, Tally::plus);
    Tally backwards = tallies.reversed().stream().reduce(Tally.EMPTY, (sum, t) -> t.plus(sum));
    assertThat(forwards).isEqualTo(backwards);
  }

  @Property(tries = 300)
  void shouldTakeAwayWhatWasAdded(@ForAll("tallies") Tally first, @ForAll("tallies") Tally second) {
    Tally back = first.plus(second).minus(second);
    assertThat(back.checkIns()).isEqualTo(first.checkIns());
    assertThat(back.residents()).isEqualTo(first.residents());
    assertThat(back.byActivity()).isEqualTo(first.byActivity());
    assertThat(back.byGroup()).isEqualTo(first.byGroup());
    assertThat(back.lastAt()).isEqualTo(Math.max(first.lastAt(), second.lastAt()));
  }

  @Property(tries = 300)
  void shouldAddNothing(@ForAll("tallies") Tally tally) {
    assertThat(tally.plus(Tally.EMPTY)).isEqualTo(tally);
    assertThat(tally.minus(Tally.EMPTY)).isEqualTo(tally);
  }

  @Property(tries = 300)
  void shouldSurviveTheWire(@ForAll("tallies") Tally tally) {
    assertThat(TALLIES.decode(TALLIES.encode(tally))).isEqualTo(tally);
  }
}
