package vn.gocua.kiosk.desk.overview;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import vn.gocua.kiosk.desk.data.TeamRow;
import vn.gocua.kiosk.desk.frame.DeskLinks;
import vn.gocua.kiosk.desk.live.LiveElement;
import vn.gocua.kiosk.desk.team.TeamPage;
import vn.gocua.kiosk.screen.Dom;

/**
 * All teams as tiles in the order of the roster, as on the wall: each keeps its place. The tiles
 * are made when they are first looked at.
 */
@SuppressWarnings("serial") // Sessions live and end in this process.
final class TeamsMap extends Div {
  private final Map<String, LiveElement> tiles = new LinkedHashMap<>();
  private final Map<String, Span> names = new LinkedHashMap<>();

  TeamsMap() {
    addClassName("overview-map");
    getElement().setAttribute("role", "list");
  }

  void show(List<TeamRow> teams, Predicate<TeamRow> filter) {
    if (!tiles.keySet().equals(Set.copyOf(teams.stream().map(TeamRow::code).toList()))) {
      rebuild(teams);
    }
    for (TeamRow team : teams) {
      Span name = names.get(team.code());
      LiveElement tile = tiles.get(team.code());
      if (name != null && tile != null) {
        Dom.text(name, team.name());
        Dom.visible(tile, filter.test(team));
      }
    }
  }

  private void rebuild(List<TeamRow> teams) {
    removeAll();
    tiles.clear();
    names.clear();
    for (TeamRow team : teams) {
      String code = team.code();
      String word = OverviewFigures.ofTeam(code, "word");
      LiveElement sign = new LiveElement("overview-pace-sign").follow("aria-label", word);
      sign.getElement().setAttribute("role", "img");
      Span name = Dom.span("overview-tile-name");
      Anchor link = new Anchor(DeskLinks.path(TeamPage.class, "team", code));
      link.addClassName("overview-tile");
      link.add(
          Dom.div("overview-tile-head", name, sign),
          LiveElement.text("overview-tile-today", OverviewFigures.ofTeam(code, "tile")),
          LiveElement.text("overview-tile-total", OverviewFigures.ofTeam(code, "tileTotal")),
          LiveElement.text("overview-tile-silent", OverviewFigures.ofTeam(code, "silent")));
      LiveElement tile =
          new LiveElement("overview-place", link)
              .follow("data-pace", OverviewFigures.ofTeam(code, "level"));
      tile.getElement().setAttribute("role", "listitem");
      tiles.put(code, tile);
      names.put(code, name);
      add(tile);
    }
  }
}
