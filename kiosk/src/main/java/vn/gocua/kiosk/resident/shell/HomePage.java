package vn.gocua.kiosk.resident.shell;

import com.vaadin.flow.component.Component;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import vn.gocua.base.text.Texts;

/** The first page: six doors. */
final class HomePage implements Page {
  private final Map<HomeTile, Supplier<Page>> tiles;

  HomePage(Map<HomeTile, Supplier<Page>> tiles) {
    this.tiles = tiles;
  }

  @Override
  public String title(Texts texts) {
    return texts.get("home.title");
  }

  @Override
  public String lead(Texts texts) {
    return texts.get("home.lead");
  }

  @Override
  public Component content(PageHost host) {
    Component[] tiles =
        Stream.of(HomeTile.values())
            .map(tile ->
                Widgets.tile(
                    "door-" + tile.key(),
                    host.texts().get("home." + tile.key()),
                    () -> host.open(behind(tile))))
            .toArray(Component[]::new);
    return Widgets.tiles(tiles);
  }

  private Page behind(HomeTile tile) {
    Supplier<Page> page = tiles.get(tile);
    return page == null ? MessagePage.soon() : page.get();
  }
}
