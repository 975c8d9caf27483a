package vn.gocua.kiosk.desk.overview;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import vn.gocua.kiosk.desk.DeskWords;
import vn.gocua.kiosk.desk.insight.Silence;
import vn.gocua.kiosk.desk.insight.TeamRow;
import vn.gocua.kiosk.screen.Shown;

/** All teams as tiles in the order of the roster, as on the wall: each keeps its place. */
@SuppressWarnings("serial") // Sessions live and end in this process.
final class TeamsMap extends Div {
  private final DeskWords words;
  private final Map<String, Tile> tiles = new LinkedHashMap<>();

  private record Tile(Anchor link, Span name, Span today, Span total, Span sign, Span silent) {}

  TeamsMap(DeskWords words) {
    this.words = words;
    addClassName("teams-map");
    getElement().setAttribute("role", "list");
  }

  void show(List<TeamRow> teams, Predicate<TeamRow> filter, boolean running) {
    if (tiles.size() != teams.size()) {
      rebuild(teams);
    }
    for (TeamRow team : teams) {
      Tile tile = tiles.get(team.code());
      if (tile != null) {
        Shown.text(tile.name(), team.name());
        Shown.text(tile.today(), words.count(running ? team.today() : team.checkIns()));
        Shown.text(
            tile.total(),
            running
                ? words.wall("tile.total", words.count(team.checkIns()))
                : words.wall("tile.checkIns"));
        Shown.attribute(tile.link(), "data-pace", team.level().code());
        Shown.attribute(tile.sign(), "aria-label", words.wall("pace." + team.level().code()));
        Shown.visible(tile.silent(), team.silence() != Silence.NONE);
        Shown.text(
            tile.silent(),
            team.silence() == Silence.NONE ? "" : words.text("silence." + team.silence().code()));
        Shown.visible(tile.link(), filter.test(team));
      }
    }
  }

  private void rebuild(List<TeamRow> teams) {
    removeAll();
    tiles.clear();
    for (TeamRow team : teams) {
      Span sign = Shown.span("pace-sign");
      sign.getElement().setAttribute("role", "img");
      Tile tile =
          new Tile(
              new Anchor("leader/teams/" + team.code()),
              Shown.span("tile-name"),
              Shown.span("tile-today"),
              Shown.span("tile-total"),
              sign,
              Shown.span("tile-silent"));
      tile.link().addClassName("team-tile");
      tile.link()
          .add(
              Shown.div("tile-head", tile.name(), sign), tile.today(), tile.total(), tile.silent());
      tiles.put(team.code(), tile);
      Div item = new Div(tile.link());
      item.getElement().setAttribute("role", "listitem");
      add(item);
    }
  }
}
