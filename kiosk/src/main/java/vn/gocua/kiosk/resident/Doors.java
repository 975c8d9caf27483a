package vn.gocua.kiosk.resident;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.Supplier;
import vn.gocua.kiosk.resident.board.BoardPage;
import vn.gocua.kiosk.resident.classes.ClassListPage;
import vn.gocua.kiosk.resident.guides.GuidesPage;
import vn.gocua.kiosk.resident.help.ActivityPage;
import vn.gocua.kiosk.resident.help.HamletPage;
import vn.gocua.kiosk.resident.shell.HomeTile;
import vn.gocua.kiosk.resident.shell.Page;
import vn.gocua.kiosk.resident.team.TeamsPage;
import vn.gocua.kiosk.resident.ticket.FindPage;

/** First pages behind the tiles. A tile without one shows that it is not ready. */
final class Doors {
  private Doors() {}

  static Map<HomeTile, Supplier<Page>> all() {
    Map<HomeTile, Supplier<Page>> doors = new EnumMap<>(HomeTile.class);
    doors.put(HomeTile.HELP, ActivityPage::new);
    doors.put(
        HomeTile.TEAM,
        () -> new HamletPage((stage, hamlet) -> stage.open(TeamsPage.of(stage, hamlet))));
    doors.put(HomeTile.GUIDES, GuidesPage::new);
    doors.put(HomeTile.CLASSES, ClassListPage::new);
    doors.put(HomeTile.TICKET, FindPage::new);
    doors.put(HomeTile.BOARD, BoardPage::new);
    return doors;
  }
}
