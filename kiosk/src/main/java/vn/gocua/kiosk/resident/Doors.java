package vn.gocua.kiosk.resident;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.Supplier;
import vn.gocua.kiosk.resident.board.BoardPage;
import vn.gocua.kiosk.resident.help.ActivityPage;
import vn.gocua.kiosk.resident.help.HamletPage;
import vn.gocua.kiosk.resident.learning.ClassesPage;
import vn.gocua.kiosk.resident.learning.GuidesPage;
import vn.gocua.kiosk.resident.shell.Door;
import vn.gocua.kiosk.resident.shell.Page;
import vn.gocua.kiosk.resident.team.TeamsPage;
import vn.gocua.kiosk.resident.ticket.FindPage;

/**
 * What is behind each tile of the first page. A door that is not here says that it is not ready.
 */
final class Doors {
  private Doors() {}

  static Map<Door, Supplier<Page>> all() {
    Map<Door, Supplier<Page>> doors = new EnumMap<>(Door.class);
    doors.put(Door.HELP, ActivityPage::new);
    doors.put(
        Door.TEAM,
        () -> new HamletPage((stage, hamlet) -> stage.open(TeamsPage.of(stage, hamlet))));
    doors.put(Door.GUIDES, GuidesPage::new);
    doors.put(Door.CLASSES, ClassesPage::new);
    doors.put(Door.TICKET, FindPage::new);
    doors.put(Door.BOARD, BoardPage::new);
    return doors;
  }
}
