package vn.gocua.engine.board;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.gocua.protocol.board.BoardMessage;
import vn.gocua.protocol.board.BoardMessage.Day;
import vn.gocua.protocol.board.BoardMessage.Latest;
import vn.gocua.protocol.board.BoardMessage.Standing;

/** A viewer as any client may be written: a board replaces all, a change replaces what it names. */
final class ModelViewer {
  private long seen;
  private @Nullable BoardMessage last;
  private final Map<Integer, Day> days = new LinkedHashMap<>();
  private final Map<String, Standing> teams = new LinkedHashMap<>();
  private final Set<Long> shown = new HashSet<>();
  private final List<Long> shownTwice = new ArrayList<>();

  void poll(Board board, Instant now) {
    Board.BoardDelta since = board.since(seen, now);
    seen = since.revision();
    last = since.view();
    if (since.whole()) {
      days.clear();
      teams.clear();
      shown.clear();
    }
    since.view().days().forEach(day -> days.put(day.day(), day));
    since.view().teams().forEach(team -> teams.put(team.team(), team));
    for (Latest latest : since.view().arrivals()) {
      if (!shown.add(latest.residents())) {
        shownTwice.add(latest.residents());
      }
    }
  }

  /** Check-ins, named by their residents, that were shown as new more than once. */
  List<Long> shownTwice() {
    return shownTwice;
  }

  /** What the viewer has before it, in the form of a whole board. */
  BoardMessage board() {
    return withoutExtras(
        Objects.requireNonNull(last), List.copyOf(days.values()), List.copyOf(teams.values()));
  }

  /** What every viewer knows of such a board, however often it looks. */
  static BoardMessage withoutExtras(BoardMessage view, List<Day> days, List<Standing> teams) {
    return new BoardMessage(
        view.version(),
        view.at(),
        view.day(),
        view.activeTeamsToday(),
        view.elapsed(),
        view.level(),
        view.totals(),
        view.today(),
        null,
        days,
        teams,
        List.of(),
        null);
  }
}
