package vn.gocua.rehearsal.client;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.gocua.protocol.campaign.CampaignInfo;
import vn.gocua.rehearsal.plan.CampaignFacts;
import vn.gocua.rehearsal.plan.CampaignFacts.TeamFacts;

/**
 * The campaign that the engine runs.
 *
 * @param rehearsal whether it is a made-up one; a real one must never be sent made-up check-ins
 * @param names of teams, activities and groups, by code
 */
public record CampaignView(
    String name, boolean rehearsal, CampaignFacts facts, Map<String, String> names) {

  public static CampaignView of(CampaignInfo campaign) {
    Map<String, String> names = new HashMap<>();
    campaign.activities().forEach(each -> names.put(each.code(), each.name()));
    campaign.groups().forEach(each -> names.put(each.code(), each.name()));
    campaign.teams().forEach(each -> names.put(each.code(), each.name()));
    CampaignFacts facts =
        new CampaignFacts(
            campaign.startDate(),
            campaign.days(),
            campaign.zone(),
            campaign.teams().stream()
                .map(team -> new TeamFacts(team.code(), team.members(), team.hamletCodes()))
                .toList(),
            codes(campaign.activities()),
            codes(campaign.groups()));
    return new CampaignView(campaign.name(), campaign.rehearsal(), facts, Map.copyOf(names));
  }

  private static List<String> codes(List<CampaignInfo.Named> named) {
    return named.stream().map(CampaignInfo.Named::code).toList();
  }
}
