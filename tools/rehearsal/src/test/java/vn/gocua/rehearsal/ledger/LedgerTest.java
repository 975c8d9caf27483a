package vn.gocua.rehearsal.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.gocua.rehearsal.ledger.Tallied.Counted;

class LedgerTest {
  private static final UUID FIRST = new UUID(1, 1);
  private static final UUID SECOND = new UUID(1, 2);

  private final Ledger ledger = new Ledger();

  @Test
  void shouldCountAnEntryOnceHoweverOftenItIsConfirmed() {
    ledger.taken(FIRST, entry("T01", 1, 2), true);
    ledger.taken(FIRST, entry("T01", 1, 2), true);

    assertThat(ledger.tallied().total()).isEqualTo(new Count(1, 2));
    assertThat(ledger.progress().late()).isEqualTo(1);
  }

  @Test
  void shouldNotCountWhatWasTakenBack() {
    ledger.taken(FIRST, entry("T01", 1, 2), false);
    ledger.taken(SECOND, entry("T01", 1, 3), false);
    ledger.withdrawn(FIRST);
    ledger.withdrawn(FIRST);

    assertThat(ledger.tallied().total()).isEqualTo(new Count(1, 3));
  }

  @Test
  void shouldNotCountWhatIsConfirmedAgainAfterItWasTakenBack() {
    ledger.taken(FIRST, entry("T01", 1, 2), false);
    ledger.withdrawn(FIRST);
    ledger.taken(FIRST, entry("T01", 1, 2), false);

    assertThat(ledger.tallied().total()).isEqualTo(Count.NONE);
  }

  @Test
  void shouldAddUpByTeamDayActivityAndGroup() {
    ledger.taken(FIRST, entry("T01", 1, 2), false);
    ledger.taken(SECOND, new Counted("T02", 1, "on-duty", 0, List.of()), false);

    Tallied tallied = ledger.tallied();

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
