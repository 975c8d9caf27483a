package vn.gocua.kiosk.wall;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.gocua.base.text.Texts;
import vn.gocua.kiosk.screen.Dom;
import vn.gocua.kiosk.screen.PaceLevel;
import vn.gocua.protocol.board.BoardMessage;
import vn.gocua.protocol.board.BoardMessage.Standing;
import vn.gocua.protocol.campaign.CampaignInfo;
import vn.gocua.protocol.campaign.CampaignInfo.Team;

/**
 * All teams in the order of the roster, so that each keeps its place, and how many are at which
 * pace.
 */
@SuppressWarnings("serial")
final class TeamGrid extends Div {
  /** Width : height of the field of tiles in the style sheet's two layouts. */
  private static final double LANDSCAPE = 1.05;

  private static final double PORTRAIT = 1.75;

  private final Texts texts;
  private final H2 heading = Dom.heading("");
  private final Span reading = Dom.span("legend-reading");
  private final Map<PaceLevel, Entry> legend = new EnumMap<>(PaceLevel.class);
  private final Div tiles = Dom.div("tiles");
  private final Map<String, TeamTile> byTeam = new LinkedHashMap<>();
  private List<Team> roster = List.of();

  private record Entry(Div row, Span count) {}

  TeamGrid(Texts texts) {
    this.texts = texts;
    addClassNames("teams");
    Div key = Dom.div("legend");
    for (PaceLevel level : PaceLevel.values()) {
      Span sign = Dom.span("tile-sign");
      Span count = Dom.span("legend-count");
      Div entry = Dom.div("legend-entry", sign, count);
      entry.getElement().setAttribute("data-pace", level.code());
      legend.put(level, new Entry(entry, count));
      key.add(entry);
    }
    add(Dom.div("teams-head", heading, reading), tiles, key);
  }

  void show(CampaignInfo campaign, BoardMessage board, Set<String> arrivedFrom) {
    if (!campaign.teams().equals(roster)) {
      rebuild(campaign.teams());
    }
    String word = campaign.teamWord();
    int many = roster.size();
    Dom.text(
        heading, word == null ? texts.get("teams.plain", many) : texts.get("teams", many, word));
    boolean running = board.day() >= 1 && board.day() <= campaign.days();
    Dom.text(reading, texts.get(running ? "teams.reading" : "teams.readingAll"));
    Map<String, Standing> standings = new HashMap<>();
    board.teams().forEach(s -> standings.put(s.team(), s));
    Map<PaceLevel, Integer> counts = new EnumMap<>(PaceLevel.class);
    byTeam.forEach((team, tile) -> {
      Standing standing = standings.get(team);
      tile.show(standing, running);
      counts.merge(PaceLevel.of(standing), 1, Integer::sum);
      if (arrivedFrom.contains(team)) {
        tile.glow();
      }
    });
    legend.forEach((level, entry) -> {
      int teams = counts.getOrDefault(level, 0);
      String name = texts.get("pace." + level.code());
      Dom.text(entry.count(), texts.get("legend", name, teams));
      // Most days have neither; the other levels are worth knowing when empty too.
      boolean seldom = level == PaceLevel.EARLY || level == PaceLevel.NO_TARGET;
      Dom.visible(entry.row(), teams > 0 || !seldom);
    });
  }

  void settle() {
    byTeam.values().forEach(TeamTile::settle);
  }

  private void rebuild(List<Team> teams) {
    roster = teams;
    byTeam.clear();
    tiles.removeAll();
    List<String> names = TileNames.of(teams.stream().map(Team::name).toList());
    for (int i = 0; i < teams.size(); i++) {
      TeamTile tile = new TeamTile(texts, names.get(i));
      byTeam.put(teams.get(i).code(), tile);
      tiles.add(tile);
    }
    tiles.getStyle().set("--columns", String.valueOf(columns(teams.size(), LANDSCAPE)));
    tiles.getStyle().set("--columns-portrait", String.valueOf(columns(teams.size(), PORTRAIT)));
  }

  /**
   * The number of columns that makes the tiles of a field of this width : height as large as can
   * be. Tiles may be a little higher than wide; empty places in the last row count against a
   * choice.
   */
  static int columns(int teams, double fieldAspect) {
    int best = 1;
    double bestSize = 0;
    for (int columns = 1; columns <= teams; columns++) {
      int rows = (teams + columns - 1) / columns;
      double filled = (double) teams / (columns * rows);
      double size = Math.min(fieldAspect / columns, 1.15 / rows) * Math.pow(filled, 1.5);
      if (size > bestSize) {
        best = columns;
        bestSize = size;
      }
    }
    return best;
  }
}
