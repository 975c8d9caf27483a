package vn.gocua.rehearsal.counts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.gocua.rehearsal.counts.Comparison.Kind;
import vn.gocua.rehearsal.counts.Comparison.Line;
import vn.gocua.rehearsal.counts.Tallied.Counted;

class ComparisonTest {
  private static final Counted ONE = new Counted("T01", 1, "apps", 2, List.of("elderly"));
  private static final Counted OTHER = new Counted("T02", 2, "apps", 1, List.of());

  @Test
  void shouldFindNothingBetweenEqualCounts() {
    Tallied sent = Tallied.of(List.of(ONE, OTHER));

    assertThat(Comparison.of(sent, Tallied.of(List.of(OTHER, ONE))).equal()).isTrue();
  }

  @Test
  void shouldTakeWhatIsNotNamedForNothing() {
    Tallied sent = Tallied.of(List.of());
    Tallied shown =
        new Tallied(
            Count.NONE,
            Map.of("T01", Count.NONE),
            Map.of(1, Count.NONE),
            Map.of("apps", 0L),
            Map.of("elderly", 0L));

    assertThat(Comparison.of(sent, shown).equal()).isTrue();
  }

  @Test
  void shouldFindACheckInThatOnlyOneSideHas() {
    Comparison comparison =
        Comparison.of(Tallied.of(List.of(ONE, OTHER)), Tallied.of(List.of(ONE)));

    assertThat(comparison.equal()).isFalse();
    assertThat(different(comparison))
        .contains(
            new Line(Kind.CHECK_INS, "", 2, 1),
            new Line(Kind.TEAM_CHECK_INS, "T02", 1, 0),
            new Line(Kind.DAY_RESIDENTS, "2", 1, 0),
            new Line(Kind.ACTIVITY, "apps", 2, 1));
  }

  @Test
  void shouldFindACheckInOnTheWrongDayThoughTheTotalsAgree() {
    Counted elsewhere = new Counted("T01", 2, "apps", 2, List.of("elderly"));

    Comparison comparison = Comparison.of(Tallied.of(List.of(ONE)), Tallied.of(List.of(elsewhere)));

    assertThat(different(comparison))
        .extracting(Line::kind)
        .containsOnly(Kind.DAY_CHECK_INS, Kind.DAY_RESIDENTS);
  }

  private static List<Line> different(Comparison comparison) {
    return comparison.lines().stream().filter(line -> !line.equal()).toList();
  }
}
