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
 * What was counted, compared with what the configuration names.
 *
 * <p>A team that was struck from the file after it had checked in would be in the totals but in no
 * row. The start is refused rather than a row kept for it: most often it is a slip of the pen, and
 * whoever means it loses nothing by leaving the team in the file.
 */
public final class CountedNamesCheck {
  private CountedNamesCheck() {}

  /**
   * Refuses to start on what is counted and not configured.
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
