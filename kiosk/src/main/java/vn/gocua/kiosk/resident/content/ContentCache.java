package vn.gocua.kiosk.resident.content;

import java.io.IOException;
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
import vn.gocua.kiosk.feed.Campaign;
import vn.gocua.kiosk.feed.Wire;
import vn.gocua.kiosk.resident.api.KioskApi;
import vn.gocua.kiosk.resident.api.Refused;

/**
 * Guides, teams and classes as last heard, for all screens: they are shown also while the engine is
 * away. What could not be asked anew stays as it was.
 */
public final class ContentCache {
  private static final Logger log = LoggerFactory.getLogger(ContentCache.class);
  private static final Duration TICK = Duration.ofSeconds(2);

  /** Ticks from one asking for classes to the next. */
  private static final int OFTEN = 10;

  /** The same for guides and teams, which change seldom. */
  private static final int SELDOM = 150;

  private final KioskApi engine;
  private volatile List<Guide> guides = List.of();
  private volatile Map<String, TeamInfo> teams = Map.of();
  private volatile List<ClassRow> classes = List.of();
  private int ticks;

  public ContentCache(KioskApi engine) {
    this.engine = engine;
  }

  private record Guides(List<Named> guides) {
    record Named(String slug) {}
  }

  private record Classes(List<ClassRow> classes) {}

  /** Asks for everything now and then from here on, and at once for what was never heard. */
  public void watch(Schedule schedule, Supplier<@Nullable Campaign> campaign) {
    var _ = schedule.every("content", TICK, () -> tick(campaign.get()));
  }

  /** Every guide, in the commune's order. */
  public List<Guide> guides() {
    return guides;
  }

  /** The team as last heard; null if nothing was. */
  public @Nullable TeamInfo team(String code) {
    return teams.get(code);
  }

  /** The teams that serve a hamlet, as last heard. */
  public List<TeamInfo> teamsOf(String hamlet) {
    return teams.values().stream().filter(team -> team.serves(hamlet)).toList();
  }

  /** Classes that are not over, by their start, as last heard. */
  public List<ClassRow> classes() {
    return classes;
  }

  /** Asks the engine for one team anew. */
  public TeamInfo freshTeam(String code) throws IOException, InterruptedException, Refused {
    return get("/api/v1/teams/" + code, TeamInfo.class);
  }

  /** Asks the engine for the classes anew. */
  public List<ClassRow> freshClasses() throws IOException, InterruptedException, Refused {
    List<ClassRow> fresh = List.copyOf(get("/api/v1/classes", Classes.class).classes());
    classes = fresh;
    return fresh;
  }

  private void tick(@Nullable Campaign campaign) {
    try {
      refresh(campaign);
    } catch (IOException | Refused e) {
      log.debug("the shelf stays as it is: {}", e.getMessage());
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized void refresh(@Nullable Campaign campaign)
      throws IOException, InterruptedException, Refused {
    ticks++;
    if (ticks % SELDOM == 0 || guides.isEmpty()) {
      guides = freshGuides();
    }
    if (campaign != null && (ticks % SELDOM == 0 || teams.isEmpty())) {
      teams = freshTeams(campaign);
    }
    if (ticks % OFTEN == 1) {
      var _ = freshClasses();
    }
  }

  /** Asks now for what was never heard; for a page that has nothing to show. */
  public ContentCache filled(@Nullable Campaign campaign)
      throws IOException, InterruptedException, Refused {
    if (guides.isEmpty()) {
      guides = freshGuides();
    }
    if (campaign != null && teams.isEmpty()) {
      teams = freshTeams(campaign);
    }
    return this;
  }

  private List<Guide> freshGuides() throws IOException, InterruptedException, Refused {
    List<Guide> fresh = new ArrayList<>();
    for (Guides.Named named : get("/api/v1/guides", Guides.class).guides()) {
      fresh.add(get("/api/v1/guides/" + named.slug(), Guide.class));
    }
    return List.copyOf(fresh);
  }

  private Map<String, TeamInfo> freshTeams(Campaign campaign)
      throws IOException, InterruptedException, Refused {
    Map<String, TeamInfo> fresh = new LinkedHashMap<>();
    for (Campaign.Team team : campaign.teams()) {
      fresh.put(team.code(), freshTeam(team.code()));
    }
    return fresh;
  }

  private <T> T get(String path, Class<T> type) throws IOException, InterruptedException, Refused {
    return Wire.read(engine.call("GET", path, null, Language.first().locale()).body(), type);
  }
}
