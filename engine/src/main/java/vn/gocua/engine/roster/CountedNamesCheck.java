package vn.gocua.engine.roster;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import vn.gocua.base.console.Console;
import vn.gocua.engine.board.Board;
import vn.gocua.engine.campaign.Campaign;
import vn.gocua.engine.checkin.event.Counts;
import vn.gocua.engine.checkin.event.Tally;
import vn.gocua.engine.checkin.event.TallyKey;
import vn.gocua.engine.config.StartRefused;

/**
 * Compares counted names with configured ones at start.
 *
 * <p>A team removed from the file after its check-ins would be in the totals but in no row. The
 * start is refused, because the removal is mostly a mistake; a stopped team can stay listed.
 */
public final class CountedNamesCheck {
  private CountedNamesCheck() {}

  /**
   * Compares all tallies with the campaign.
   *
   * @throws StartRefused naming every team, activity and group that is counted and not configured
   */
  public static void compare(Campaign campaign, Board board) {
    SortedMap<String, Long> teams = new TreeMap<>();
    SortedMap<String, Long> activities = new TreeMap<>();
    SortedMap<String, Long> groups = new TreeMap<>();
    for (String stream : board.streams()) {
      TallyKey key = TallyKey.of(stream);
      Tally tally = board.tally(key).state();
      if (campaign.teamOrFormer(key.team()) == null) {
        teams.merge(key.team(), tally.checkIns(), Long::sum);
      }
      addUnknown(activities, tally.byActivity(), campaign.activityCodes());
      addUnknown(groups, tally.byGroup(), campaign.groupCodes());
    }
    List<String> lines = new ArrayList<>();
    say(lines, "start.roster-team", teams);
    say(lines, "start.roster-activity", activities);
    say(lines, "start.roster-group", groups);
    if (!lines.isEmpty()) {
      throw new StartRefused(
          StartRefused.Reason.CONFIGURATION,
          Console.text("start.roster-differs", String.join("\n", lines)));
    }
  }

  private static void addUnknown(Map<String, Long> found, Counts counts, Set<String> known) {
    counts
        .byCode()
        .forEach((code, number) -> {
          if (!known.contains(code)) {
            found.merge(code, number, Long::sum);
          }
        });
  }

  private static void say(List<String> lines, String key, Map<String, Long> counted) {
    counted.forEach((code, number) -> {
      if (number != 0) {
        lines.add(Console.text(key, code, number));
      }
    });
  }
}
