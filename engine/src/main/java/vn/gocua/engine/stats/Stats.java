package vn.gocua.engine.stats;

import java.util.Comparator;
import java.util.List;
import vn.gocua.engine.board.Board;
import vn.gocua.engine.campaign.Campaign;
import vn.gocua.protocol.board.StatsByDay.Row;

/** Counts by team and day, as this node's board has them: no journal is read. */
public final class Stats {
  private final Campaign campaign;
  private final Board board;

  public Stats(Campaign campaign, Board board) {
    this.campaign = campaign;
    this.board = board;
  }

  /** The rows that have a check-in, by day, then by team. */
  List<Row> of(DateRange span) {
    return board.tallies().entrySet().stream()
        .filter(e -> span.holds(e.getKey(), campaign) && e.getValue().checkIns() != 0)
        .map(e ->
            new Row(
                e.getKey().team(),
                campaign.dayOf(e.getKey().date()),
                e.getValue().checkIns(),
                e.getValue().residents(),
                e.getValue().byActivity().byCode(),
                e.getValue().byGroup().byCode()))
        .sorted(Comparator.comparingInt(Row::day).thenComparing(Row::team))
        .toList();
  }
}
