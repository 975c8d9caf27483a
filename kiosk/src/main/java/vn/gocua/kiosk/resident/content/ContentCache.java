package vn.gocua.kiosk.resident.content;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.gocua.base.text.Language;
import vn.gocua.base.time.Schedule;
import vn.gocua.kiosk.resident.api.EngineAccess;
import vn.gocua.protocol.campaign.CampaignEndpoints;
import vn.gocua.protocol.campaign.CampaignInfo;
import vn.gocua.protocol.campaign.TeamDetails;
import vn.gocua.protocol.client.ApiRefusal;
import vn.gocua.protocol.client.Caller;
import vn.gocua.protocol.content.GuideEndpoints;
import vn.gocua.protocol.content.GuideInfo;
import vn.gocua.protocol.content.GuideList;
import vn.gocua.protocol.learning.ClassList;
import vn.gocua.protocol.learning.LearningEndpoints;

/**
 * Caches guides, teams and classes for all screens, also while the engine is away. A failed update
 * keeps the old content.
 */
public final class ContentCache {
  private static final Logger log = LoggerFactory.getLogger(ContentCache.class);
  private static final Duration TICK = Duration.ofSeconds(2);

  /** Ticks from one asking for classes to the next. */
  private static final int OFTEN = 10;

  /** The same for guides and teams, which change seldom. */
  private static final int SELDOM = 150;

  private final EngineAccess engine;
  private volatile List<GuideInfo> guides = List.of();
  private volatile Teams teams = new Teams(List.of(), Map.of());
  private volatile List<ClassList.Row> classes = List.of();
  private volatile Supplier<@Nullable CampaignInfo> present = () -> null;
  private int ticks;

  /**
   * Teams as last heard, by code.
   *
   * @param roster the campaign's teams for which they were asked
   */
  private record Teams(List<CampaignInfo.Team> roster, Map<String, TeamDetails> byCode) {}

  public ContentCache(EngineAccess engine) {
    this.engine = engine;
  }

  /** Starts updating everything from time to time, and missing content at once. */
  public void watch(Schedule schedule, Supplier<@Nullable CampaignInfo> campaign) {
    present = campaign;
    var _ = schedule.every("content", TICK, () -> tick(campaign.get()));
  }

  /** Every guide, in the commune's order. */
  public List<GuideInfo> guides() {
    return guides;
  }

  /** The team as last heard; null if nothing was, or if it was struck off since. */
  public @Nullable TeamDetails team(String code) {
    return isThere(code) ? teams.byCode().get(code) : null;
  }

  /** The teams that serve a hamlet, as last heard, without those that were struck off since. */
  public List<TeamDetails> teamsOf(String hamlet) {
    return teams.byCode().values().stream()
        .filter(team -> team.serves(hamlet) && isThere(team.code()))
        .toList();
  }

  /** Whether the campaign no longer has that team. Before the campaign was heard, nothing has. */
  public boolean isStruckOff(String team) {
    return !isThere(team);
  }

  /** By the campaign, which the board's stream renews at once. */
  private boolean isThere(String team) {
    CampaignInfo campaign = present.get();
    return campaign == null || campaign.team(team).isPresent();
  }

  /** Classes that are not over, by their start, as last heard. */
  public List<ClassList.Row> classes() {
    return classes;
  }

  /** Reads one team again. */
  public TeamDetails freshTeam(String code) {
    return engine.api().call(caller(), CampaignEndpoints.TEAM, code);
  }

  /** Reads the classes again. */
  public List<ClassList.Row> freshClasses() {
    List<ClassList.Row> fresh = engine.api().call(caller(), LearningEndpoints.READ).classes();
    classes = fresh;
    return fresh;
  }

  private void tick(@Nullable CampaignInfo campaign) {
    try {
      refresh(campaign);
    } catch (ApiRefusal e) {
      log.debug("the shelf stays as it is: {}", e.getMessage());
    }
  }

  private synchronized void refresh(@Nullable CampaignInfo campaign) {
    ticks++;
    if (ticks % SELDOM == 0 || guides.isEmpty()) {
      guides = freshGuides();
    }
    if (campaign != null && (ticks % SELDOM == 0 || !teams.roster().equals(campaign.teams()))) {
      teams = freshTeams(campaign);
    }
    if (ticks % OFTEN == 1) {
      var _ = freshClasses();
    }
  }

  /** Reads missing content now, for a page that has nothing to show. */
  public ContentCache filled(@Nullable CampaignInfo campaign) {
    if (guides.isEmpty()) {
      guides = freshGuides();
    }
    if (campaign != null && !teams.roster().equals(campaign.teams())) {
      teams = freshTeams(campaign);
    }
    return this;
  }

  private List<GuideInfo> freshGuides() {
    List<GuideInfo> fresh = new ArrayList<>();
    for (GuideList.Row row : engine.api().call(caller(), GuideEndpoints.READ).guides()) {
      fresh.add(engine.api().call(caller(), GuideEndpoints.FIND, row.slug()));
    }
    return List.copyOf(fresh);
  }

  private Teams freshTeams(CampaignInfo campaign) {
    Map<String, TeamDetails> fresh = new LinkedHashMap<>();
    for (CampaignInfo.Team team : campaign.teams()) {
      fresh.put(team.code(), freshTeam(team.code()));
    }
    return new Teams(campaign.teams(), fresh);
  }

  private Caller caller() {
    return engine.caller(Language.first().locale());
  }
}
