package vn.gocua.kiosk.resident.shell;

import com.vaadin.flow.component.Component;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import vn.gocua.base.text.Texts;

/** The first page: six doors. */
final class HomePage implements Page {
  private final Map<HomeTile, Supplier<Page>> doors;

  HomePage(Map<HomeTile, Supplier<Page>> doors) {
    this.doors = doors;
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
  public Component content(PageHost stage) {
    Component[] tiles =
        Stream.of(HomeTile.values())
            .map(door ->
                Widgets.tile(
                    "door-" + door.key(),
                    stage.texts().get("home." + door.key()),
                    () -> stage.open(behind(door))))
            .toArray(Component[]::new);
    return Widgets.tiles(tiles);
  }

  private Page behind(HomeTile door) {
    Supplier<Page> page = doors.get(door);
    return page == null ? MessagePage.soon() : page.get();
  }
}
