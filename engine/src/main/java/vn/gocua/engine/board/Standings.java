package vn.gocua.engine.board;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import vn.gocua.engine.campaign.Campaign;
import vn.gocua.engine.campaign.Targets;
import vn.gocua.engine.campaign.Team;
import vn.gocua.engine.checkin.event.Tally;
import vn.gocua.protocol.board.BoardMessage.Standing;

/**
 * The teams in the campaign's order, each with its standing and the revision that last changed it.
 */
final class Standings {
  private record Ranked(long changedAt, Standing standing) {}

  private final Campaign campaign;
  private final Map<String, Ranked> rows = new HashMap<>();

  Standings(Campaign campaign) {
    this.campaign = campaign;
  }

  /**
   * Ranks all teams again.
   *
   * @param revision mark of a changed row
   * @return whether any row changed
   */
  boolean rank(
      Map<String, RunningTotal> byTeam,
      Targets targets,
      ToLongFunction<String> today,
      double elapsed,
      long revision) {
    List<Standing> all = new ArrayList<>();
    for (Team team : campaign.teams().values()) {
      RunningTotal sum = byTeam.get(team.code());
      all.add(
          unranked(
              team.code(),
              sum == null ? Tally.EMPTY : sum.tally(),
              targets.of(team.code()),
              today,
              elapsed));
    }
    boolean changed = false;
    Map<String, Integer> places = Ranking.of(all);
    for (Standing standing : all) {
      changed |= put(ranked(standing, places.getOrDefault(standing.team(), 1)), revision);
    }
    return changed;
  }

  private boolean put(Standing standing, long revision) {
    Ranked before = rows.get(standing.team());
    if (before != null && before.standing().equals(standing)) {
      return false;
    }
    rows.put(standing.team(), new Ranked(revision, standing));
    return true;
  }

  private Standing unranked(
      String team, Tally tally, int target, ToLongFunction<String> today, double elapsed) {
    double pace = Pace.of(tally.checkIns(), target, elapsed);
    return new Standing(
        team,
        tally.checkIns(),
        tally.residents(),
        today.applyAsLong(team),
        tally.lastAt() == 0 ? null : campaign.local(Instant.ofEpochMilli(tally.lastAt())),
        target,
        Double.isNaN(pace) ? null : pace,
        Pace.level(pace),
        0);
  }

  private static Standing ranked(Standing s, int rank) {
    return new Standing(
        s.team(),
        s.checkIns(),
        s.residents(),
        s.today(),
        s.lastAt(),
        s.target(),
        s.pace(),
        s.level(),
        rank);
  }

  List<Standing> changedSince(long revision) {
    return campaign.teams().keySet().stream()
        .map(rows::get)
        .filter(row -> row != null && row.changedAt() > revision)
        .map(Ranked::standing)
        .toList();
  }
}
