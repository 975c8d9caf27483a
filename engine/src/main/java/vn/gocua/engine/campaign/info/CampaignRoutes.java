package vn.gocua.engine.campaign.info;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import vn.gocua.engine.campaign.Campaign;
import vn.gocua.engine.campaign.Closing;
import vn.gocua.engine.campaign.CodedName;
import vn.gocua.engine.campaign.Target;
import vn.gocua.engine.http.api.Api;
import vn.gocua.engine.http.api.Call;
import vn.gocua.protocol.CampaignEndpoints;
import vn.gocua.protocol.campaign.CheckInLimits;

/** The public description of the campaign. */
public final class CampaignRoutes {
  private final Campaign campaign;
  private final boolean rehearsal;
  private final int retentionDays;
  private final Supplier<Target> target;

  /**
   * @param retentionDays days until contacts are erased, after the end of their purpose
   * @param target the current target
   */
  public CampaignRoutes(
      Campaign campaign, boolean rehearsal, int retentionDays, Supplier<Target> target) {
    this.campaign = campaign;
    this.rehearsal = rehearsal;
    this.retentionDays = retentionDays;
    this.target = target;
  }

  public void mount(Api api) {
    api.on(CampaignEndpoints.CAMPAIGN).everybody().instant(this::view);
  }

  private record TeamView(String code, String name, List<String> hamlets, int members) {}

  private record View(
      String id,
      String name,
      String place,
      LocalDate startDate,
      int days,
      int today,
      String zone,
      int revision,
      boolean sample,
      List<CodedName> activities,
      List<CodedName> groups,
      List<CodedName> hamlets,
      List<TeamView> teams,
      Target targets,
      boolean rehearsal,
      int retentionDays,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Closed closing,
      List<CodedName> formerTeams,
      CheckInLimits limits,
      OffsetDateTime at) {}

  private record Closed(OffsetDateTime closedAt, OffsetDateTime lateUntil, boolean takesLate) {}

  private @Nullable Closed closed(Instant now) {
    Closing closing = campaign.closing();
    return closing == null
        ? null
        : new Closed(
            closing.at().atZone(campaign.zone()).toOffsetDateTime(),
            closing.lateUntil().atZone(campaign.zone()).toOffsetDateTime(),
            closing.takesLate(now));
  }

  private View view(Call<?> call) {
    Instant now = call.now();
    return new View(
        campaign.id(),
        campaign.name(),
        campaign.place(),
        campaign.startDate(),
        campaign.days(),
        campaign.dayOf(now),
        campaign.zone().getId(),
        campaign.revision(),
        campaign.sample(),
        campaign.activities(),
        campaign.groups(),
        campaign.hamlets(),
        campaign.teams().values().stream()
            .map(t -> new TeamView(t.code(), t.name(), t.hamlets(), t.members()))
            .toList(),
        target.get(),
        rehearsal,
        retentionDays,
        closed(now),
        campaign.formerTeams().values().stream()
            .map(t -> new CodedName(t.code(), t.name()))
            .toList(),
        CheckInLimits.OWN,
        now.atZone(campaign.zone()).toOffsetDateTime());
  }
}
