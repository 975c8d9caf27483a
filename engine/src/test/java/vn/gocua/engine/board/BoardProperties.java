package vn.gocua.engine.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import vn.gocua.engine.campaign.Campaign;
import vn.gocua.engine.checkin.event.Counts;
import vn.gocua.engine.checkin.event.Tally;
import vn.gocua.engine.checkin.event.TallyKey;
import vn.gocua.engine.live.Projection.Folded;
import vn.gocua.engine.support.Campaigns;
import vn.gocua.protocol.board.BoardMessage;

/** A viewer who is told what changed ends with the same as one who is told everything. */
class BoardProperties {
  private static final int TEAMS = 5;
  private static final int VIEWERS = 3;
  private static final Campaign CAMPAIGN =
      Campaigns.of(LocalDate.of(2025, 8, 11), 4, ZoneId.of("Asia/Ho_Chi_Minh"), TEAMS);

  /** What may happen to a board. */
  sealed interface Act {
    record Counted(int team, int daysAgo, int residents) implements Act {}

    record Voided(int team) implements Act {}

    /** An older tally arrives late. */
    record Late(int team) implements Act {}

    /** A refresh finds a tally of which the board was not told. */
    record Refreshed(int team) implements Act {}

    record Passed(int minutes) implements Act {}

    record Looked(int viewer) implements Act {}
  }

  @Provide
  Arbitrary<List<Act>> acts() {
    Arbitrary<Integer> team = Arbitraries.integers().between(1, TEAMS);
    Arbitrary<Act> counted =
        Combinators.combine(
                team, Arbitraries.integers().between(0, 2), Arbitraries.integers().between(1, 500))
            .as(Act.Counted::new);
    return Arbitraries.frequencyOf(
            net.jqwik.api.Tuple.of(8, counted),
            net.jqwik.api.Tuple.of(1, team.map(t -> (Act) new Act.Voided(t))),
            net.jqwik.api.Tuple.of(1, team.map(t -> (Act) new Act.Late(t))),
            net.jqwik.api.Tuple.of(1, team.map(t -> (Act) new Act.Refreshed(t))),
            net.jqwik.api.Tuple.of(
                2, Arbitraries.integers().between(1, 900).map(m -> (Act) new Act.Passed(m))),
            net.jqwik.api.Tuple.of(
                4,
                Arbitraries.integers().between(0, VIEWERS - 1).map(v -> (Act) new Act.Looked(v))))
        .list()
        .ofMinSize(1)
        .ofMaxSize(120);
  }

  @Property(tries = 400)
  void shouldShowTheSameToWhoeverLooksSeldomOrOften(@ForAll("acts") List<Act> acts) {
    World world = new World();
    acts.forEach(world::happen);
    Instant now = world.now;
    for (ModelViewer viewer : world.viewers) {
      viewer.poll(world.board, now);
      BoardMessage whole = world.board.whole(now).view();
      assertThat(viewer.board())
          .isEqualTo(ModelViewer.withoutExtras(whole, whole.days(), whole.teams()));
      assertThat(viewer.shownTwice()).isEmpty();
    }
  }

  /** The board and what feeds it. */
  private static final class World {
    private final Board board = new Board(CAMPAIGN, 1);
    private final List<ModelViewer> viewers =
        Stream.generate(ModelViewer::new).limit(VIEWERS).toList();
    private final Map<TallyKey, Folded<Tally>> live = new HashMap<>();
    private Instant now = Instant.parse("2025-08-12T02:00:00Z");
    private int names;

    void happen(Act act) {
      switch (act) {
        case Act.Counted(int team, int daysAgo, int residents) -> {
          TallyKey key = key(team, daysAgo);
          board.update(key, changed(key, 1, residents), List.of(named(team)));
        }
        case Act.Voided(int team) -> {
          TallyKey key = key(team, 0);
          board.update(key, changed(key, -1, -1), List.of());
        }
        case Act.Late(int team) -> {
          TallyKey key = key(team, 0);
          board.update(key, new Folded<>(Tally.EMPTY, 0), List.of(named(team)));
        }
        case Act.Refreshed(int team) -> {
          TallyKey key = key(team, 0);
          board.refresh(Map.of(key, changed(key, 1, 7)));
        }
        case Act.Passed(int minutes) -> {
          LocalDate before = CAMPAIGN.dateOf(now);
          now = now.plus(Duration.ofMinutes(minutes));
          if (!CAMPAIGN.dateOf(now).equals(before)) {
            board.startDay();
          }
        }
        case Act.Looked(int viewer) -> viewers.get(viewer).poll(board, now);
      }
    }

    private TallyKey key(int team, int daysAgo) {
      return new TallyKey(CAMPAIGN.id(), "T0" + team, CAMPAIGN.dateOf(now).minusDays(daysAgo));
    }

    /** A check-in, told apart from all others by its number of residents. */
    private RecentCheckIn named(int team) {
      return new RecentCheckIn("T0" + team, "public-services", names++, now);
    }

    private Folded<Tally> changed(TallyKey key, int checkIns, int residents) {
      Folded<Tally> before = live.getOrDefault(key, new Folded<>(Tally.EMPTY, 0));
      Tally more =
          new Tally(
              checkIns,
              residents,
              Counts.NONE.plus("public-services", checkIns),
              Counts.NONE.plus("elderly", residents),
              now.toEpochMilli());
      Folded<Tally> after = new Folded<>(before.state().plus(more), before.version() + 1);
      live.put(key, after);
      return after;
    }
  }
}
