package vn.gocua.rehearsal.counts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.gocua.rehearsal.counts.Tallied.Counted;

class ExpectedCountsTest {
  private static final UUID FIRST = new UUID(1, 1);
  private static final UUID SECOND = new UUID(1, 2);

  private final ExpectedCounts counts = new ExpectedCounts();

  @Test
  void shouldCountAnEntryOnceHoweverOftenItIsConfirmed() {
    counts.taken(FIRST, entry("T01", 1, 2), true);
    counts.taken(FIRST, entry("T01", 1, 2), true);

    assertThat(counts.tallied().total()).isEqualTo(new Count(1, 2));
    assertThat(counts.progress().late()).isEqualTo(1);
  }

  @Test
  void shouldNotCountWhatWasTakenBack() {
    counts.taken(FIRST, entry("T01", 1, 2), false);
    counts.taken(SECOND, entry("T01", 1, 3), false);
    counts.withdrawn(FIRST);
    counts.withdrawn(FIRST);

    assertThat(counts.tallied().total()).isEqualTo(new Count(1, 3));
  }

  @Test
  void shouldNotCountWhatIsConfirmedAgainAfterItWasTakenBack() {
    counts.taken(FIRST, entry("T01", 1, 2), false);
    counts.withdrawn(FIRST);
    counts.taken(FIRST, entry("T01", 1, 2), false);

    assertThat(counts.tallied().total()).isEqualTo(Count.NONE);
  }

  @Test
  void shouldAddUpByTeamDayActivityAndGroup() {
    counts.taken(FIRST, entry("T01", 1, 2), false);
    counts.taken(SECOND, new Counted("T02", 1, "on-duty", 0, List.of()), false);

    Tallied tallied = counts.tallied();

    assertThat(tallied.byTeam())
        .containsEntry("T01", new Count(1, 2))
        .containsEntry("T02", new Count(1, 0));
    assertThat(tallied.byDay()).containsOnlyKeys(1).containsEntry(1, new Count(2, 2));
    assertThat(tallied.byActivity()).containsEntry("apps", 1L).containsEntry("on-duty", 1L);
    assertThat(tallied.byGroup())
        .containsOnlyKeys("elderly", "disability")
        .containsEntry("elderly", 2L);
  }

  private static Counted entry(String team, int day, int residents) {
    return new Counted(team, day, "apps", residents, List.of("elderly", "disability"));
  }
}
