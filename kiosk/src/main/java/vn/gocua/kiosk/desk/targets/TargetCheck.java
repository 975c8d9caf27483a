package vn.gocua.kiosk.desk.targets;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import vn.gocua.base.text.Texts;
import vn.gocua.kiosk.desk.kit.Verdict;
import vn.gocua.protocol.campaign.RosterInfo;

/** Says whether the teams' targets add up to the campaign's, and which teams have none. */
public final class TargetCheck {
  /** Names in a sentence; more of them are counted. */
  private static final int NAMED = 8;

  private final Texts texts;

  public TargetCheck(Texts texts) {
    this.texts = texts;
  }

  /**
   * What there is to say, in sentences.
   *
   * @param right whether nothing is left to do
   */
  public record Result(String text, boolean right) {
    void tell(Verdict verdict) {
      verdict.tell(text, !right);
    }
  }

  /**
   * Compares them.
   *
   * @param whole the campaign's check-ins
   * @param ofTeams check-ins by team; 0 for none
   */
  public Result of(long whole, Map<String, Integer> ofTeams, RosterInfo roster) {
    long sum = ofTeams.values().stream().mapToLong(Integer::longValue).sum();
    List<String> without =
        roster.teams().stream()
            .filter(team -> ofTeams.getOrDefault(team.code(), 0) == 0)
            .map(RosterInfo.Team::name)
            .toList();
    String text = sum(whole, sum);
    if (!without.isEmpty()) {
      text += " " + texts.get("targets.without", named(without));
    }
    return new Result(text, sum == whole && without.isEmpty());
  }

  /** How the sum of the teams compares with the campaign's target, in a sentence. */
  private String sum(long whole, long sum) {
    String key = sum == whole ? "targets.agree" : sum < whole ? "targets.short" : "targets.over";
    return texts.get(key, sum, whole, Math.abs(whole - sum));
  }

  private String named(List<String> names) {
    String some = names.stream().limit(NAMED).collect(Collectors.joining(", "));
    return names.size() <= NAMED ? some : texts.get("targets.andMore", some, names.size() - NAMED);
  }
}
