package vn.gocua.engine.campaign.info;

import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import vn.gocua.engine.campaign.Campaign;
import vn.gocua.engine.campaign.Closing;
import vn.gocua.engine.campaign.CodedName;
import vn.gocua.engine.campaign.Target;
import vn.gocua.engine.config.Settings;
import vn.gocua.engine.http.api.Api;
import vn.gocua.engine.http.api.Call;
import vn.gocua.protocol.campaign.CampaignEndpoints;
import vn.gocua.protocol.campaign.CampaignInfo;
import vn.gocua.protocol.campaign.CampaignInfo.Named;
import vn.gocua.protocol.campaign.CheckInLimits;

/** The public description of the campaign. */
final class CampaignRoutes {
  private final Campaign campaign;
  private final Settings settings;
  private final Supplier<Target> target;

  /**
   * @param target the current target
   */
  public CampaignRoutes(Campaign campaign, Settings settings, Supplier<Target> target) {
    this.campaign = campaign;
    this.settings = settings;
    this.target = target;
  }

  public void mount(Api api) {
    api.on(CampaignEndpoints.CAMPAIGN).everybody().instant(this::view);
  }

  private CampaignInfo.@Nullable Closing closed(Instant now) {
    Closing closing = campaign.closing();
    return closing == null
        ? null
        : new CampaignInfo.Closing(
            campaign.local(closing.at()),
            campaign.local(closing.lateUntil()),
            closing.takesLate(now));
  }

  private static List<Named> named(List<CodedName> all) {
    return all.stream().map(CodedName::named).toList();
  }

  private CampaignInfo view(Call<?> call) {
    Instant now = call.now();
    Target promised = target.get();
    return new CampaignInfo(
        campaign.id(),
        campaign.name(),
        campaign.place(),
        campaign.startDate(),
        campaign.days(),
        campaign.dayOf(now),
        campaign.zone(),
        campaign.revision(),
        campaign.sample(),
        named(campaign.activities()),
        named(campaign.groups()),
        named(campaign.hamlets()),
        campaign.teams().values().stream()
            .map(t -> new CampaignInfo.Team(t.code(), t.name(), t.hamlets(), t.members()))
            .toList(),
        new CampaignInfo.Targets(promised.checkIns(), promised.residents()),
        settings.rehearsal(),
        settings.retentionDays(),
        settings.expiryDays(),
        new CampaignInfo.DataController(
            settings.controller().name(), settings.controller().contact()),
        closed(now),
        campaign.formerTeams().values().stream().map(t -> new Named(t.code(), t.name())).toList(),
        CheckInLimits.OWN,
        campaign.teamWord(),
        campaign.local(now));
  }
}
