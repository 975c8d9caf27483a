package vn.gocua.kiosk.resident.shell;

import com.vaadin.flow.component.Component;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The first page: six doors. */
final class HomePage implements Page {
  private final Map<Door, Supplier<Page>> doors;

  HomePage(Map<Door, Supplier<Page>> doors) {
    this.doors = doors;
  }

  @Override
  public String title(Words words) {
    return words.text("home.title");
  }

  @Override
  public String lead(Words words) {
    return words.text("home.lead");
  }

  @Override
  public Component content(Stage stage) {
    Component[] tiles =
        Stream.of(Door.values())
            .map(door ->
                Parts.tile(
                    "door-" + door.key(),
                    stage.words().text("home." + door.key()),
                    () -> stage.open(behind(door))))
            .toArray(Component[]::new);
    return Parts.tiles(tiles);
  }

  private Page behind(Door door) {
    Supplier<Page> page = doors.get(door);
    return page == null ? MessagePage.soon() : page.get();
  }
}
