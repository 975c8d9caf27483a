package vn.gocua.kiosk.desk.overview;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import vn.gocua.base.text.FoldedText;
import vn.gocua.base.text.Texts;
import vn.gocua.kiosk.desk.data.Inactivity;
import vn.gocua.kiosk.desk.data.Overview;
import vn.gocua.kiosk.desk.data.TeamRow;
import vn.gocua.kiosk.desk.kit.Panel;
import vn.gocua.kiosk.screen.Dom;
import vn.gocua.kiosk.screen.PaceLevel;

/** The teams, as a table or as a map, and which of them. */
@SuppressWarnings("serial") // Sessions live and end in this process.
final class TeamsPanel extends Panel {

  private final TextField search = new TextField();
  private final Select<Which> which = new Select<>();
  private final Button asTableButton;
  private final Button asTilesButton;
  private final TeamsGrid grid;
  private final TeamsMap map;
  private Predicate<TeamRow> wanted = _ -> true;
  private boolean tiles;
  private @Nullable Overview shown;

  /** Filter of the teams. */
  enum Which {
    ALL,
    BEHIND,
    SILENT,
    SILENT_TWO_DAYS,
    ASKED;

    boolean takes(TeamRow team) {
      return switch (this) {
        case ALL -> true;
        case BEHIND -> team.level() == PaceLevel.BEHIND || team.level() == PaceLevel.NONE;
        case SILENT -> team.silence() != Inactivity.NONE;
        case SILENT_TWO_DAYS -> team.silence() == Inactivity.TWO_DAYS;
        case ASKED -> team.openRequests() > 0;
      };
    }
  }

  /**
   * @param newest gives the present overview
   */
  TeamsPanel(Texts texts, Supplier<@Nullable Overview> newest) {
    addClassName("overview-teams");
    search.setPlaceholder(texts.get("overview.search"));
    search.setAriaLabel(texts.get("overview.search"));
    search.setClearButtonVisible(true);
    search.setValueChangeMode(ValueChangeMode.LAZY);
    search.addValueChangeListener(_ -> refilter());
    which.setAriaLabel(texts.get("overview.which"));
    which.setItems(Which.values());
    which.setItemLabelGenerator(
        w -> texts.get("overview.which." + w.name().toLowerCase(Locale.ROOT)));
    which.setValue(Which.ALL);
    which.addValueChangeListener(_ -> refilter());
    asTableButton = new Button(texts.get("overview.asTable"), _ -> showAs(false));
    asTilesButton = new Button(texts.get("overview.asTiles"), _ -> showAs(true));
    Div toggle = Dom.div("overview-toggle", asTableButton, asTilesButton);
    grid = new TeamsGrid(texts, newest);
    map = new TeamsMap();
    showAs(false);
    add(
        Dom.div(
            "panel-head",
            Panel.heading(texts.get("overview.teams")),
            Dom.div("panel-tools", search, which, toggle)),
        grid,
        map);
  }

  private void showAs(boolean asTiles) {
    tiles = asTiles;
    showTiles();
    grid.setVisible(!tiles);
    map.setVisible(tiles);
    pressed(asTableButton, !tiles);
    pressed(asTilesButton, tiles);
  }

  private static void pressed(Button button, boolean pressed) {
    button.getElement().setAttribute("aria-pressed", String.valueOf(pressed));
  }

  void narrow(boolean narrow) {
    grid.narrow(narrow);
  }

  /** Whether anything changes that does not move by itself. Callable from any thread. */
  boolean moves(Overview now) {
    return grid.moves(now);
  }

  void show(Overview overview) {
    shown = overview;
    grid.show(overview);
    showTiles();
  }

  private void showTiles() {
    if (tiles && shown != null) {
      map.show(shown.teams(), wanted);
    }
  }

  private void refilter() {
    String sought = FoldedText.of(search.getValue());
    Which some = which.getValue() == null ? Which.ALL : which.getValue();
    boolean all = sought.isEmpty() && some == Which.ALL;
    wanted =
        team ->
            some.takes(team)
                && (FoldedText.of(team.name()).contains(sought)
                    || FoldedText.of(team.hamlets()).contains(sought)
                    || FoldedText.of(team.code()).contains(sought));
    grid.filter(all ? null : wanted);
    showTiles();
  }
}
