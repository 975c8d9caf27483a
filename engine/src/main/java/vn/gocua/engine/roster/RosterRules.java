package vn.gocua.engine.roster;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.gocua.base.text.FoldedText;
import vn.gocua.engine.campaign.CodedName;
import vn.gocua.engine.campaign.Edition;
import vn.gocua.engine.campaign.Team;
import vn.gocua.engine.campaign.TeamRow;
import vn.gocua.protocol.body.Limits;
import vn.gocua.protocol.campaign.CampaignReason;
import vn.gocua.protocol.refusal.Refusal;

/** Rules for teams and hamlets, wherever they are entered. */
final class RosterRules {

  private static final Pattern CODE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9-]{0,39}");
  private static final Pattern PHONE = Pattern.compile("[0-9+][0-9 .()-]{2,24}");

  private RosterRules() {}

  /** Whether a text can be a code. */
  static boolean isCode(String text) {
    return CODE.matcher(text).matches();
  }

  static @Nullable String plainOrNull(@Nullable String text) {
    String plain = text == null ? "" : FoldedText.kept(text);
    return plain.isEmpty() ? null : plain;
  }

  /** Faults of a hamlet. */
  static List<Refusal> broken(CodedName hamlet) {
    List<Refusal> flaws = new ArrayList<>();
    if (!CODE.matcher(hamlet.code()).matches()) {
      flaws.add(Refusal.of(CampaignReason.ROSTER_CODE, hamlet.code()));
    }
    if (hamlet.name().isEmpty() || hamlet.name().length() > Limits.TEAM_NAME) {
      flaws.add(Refusal.of(CampaignReason.ROSTER_HAMLET_NAME, Limits.TEAM_NAME));
    }
    return flaws;
  }

  /** Faults of a team, with hamlets of those codes. */
  static List<Refusal> broken(TeamRow team, Set<String> hamlets) {
    List<Refusal> flaws = new ArrayList<>();
    if (!CODE.matcher(team.code()).matches()) {
      flaws.add(Refusal.of(CampaignReason.ROSTER_CODE, team.code()));
    }
    if (team.name().isEmpty() || team.name().length() > Limits.TEAM_NAME) {
      flaws.add(Refusal.of(CampaignReason.ROSTER_NAME, Limits.TEAM_NAME));
    }
    if (team.members() < 1 || team.members() > Limits.MEMBERS) {
      flaws.add(Refusal.of(CampaignReason.ROSTER_MEMBERS, Limits.MEMBERS));
    }
    if (team.hamlets().isEmpty()) {
      flaws.add(Refusal.of(CampaignReason.ROSTER_NO_HAMLET));
    }
    team.hamlets().stream()
        .filter(hamlet -> !hamlets.contains(hamlet))
        .forEach(hamlet -> flaws.add(Refusal.of(CampaignReason.UNKNOWN_HAMLET, hamlet)));
    for (String text : new String[] {team.hall(), team.hours()}) {
      if (text != null && text.length() > Limits.TEAM_TEXT) {
        flaws.add(Refusal.of(CampaignReason.ROSTER_TEXT, Limits.TEAM_TEXT));
      }
    }
    if (team.phone() != null && !PHONE.matcher(team.phone()).matches()) {
      flaws.add(Refusal.of(CampaignReason.ROSTER_PHONE, team.phone()));
    }
    return flaws;
  }

  /**
   * The first thing that would be wrong with the whole roster after a change.
   *
   * @param changed codes of the teams that are entered
   * @return null if nothing
   */
  static @Nullable Refusal broken(Edition after, Set<String> changed) {
    if (after.teams().isEmpty() || after.teams().size() > Limits.TEAMS) {
      return Refusal.of(CampaignReason.ROSTER_SIZE, Limits.TEAMS);
    }
    Map<String, String> codes = new HashMap<>();
    Set<String> names = new HashSet<>();
    for (Team team : after.teams()) {
      String other = codes.putIfAbsent(team.code().toLowerCase(Locale.ROOT), team.code());
      if (other != null) {
        return Refusal.of(CampaignReason.ROSTER_CODE_TWICE, team.code());
      }
      if (!names.add(team.name().toLowerCase(Locale.ROOT)) && changed.contains(team.code())) {
        return Refusal.of(CampaignReason.ROSTER_NAME_TWICE, team.name());
      }
    }
    return null;
  }
}
