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
import vn.gocua.kiosk.resident.shell.KioskContext;
import vn.gocua.kiosk.resident.shell.MessagePage;
import vn.gocua.kiosk.resident.shell.Page;
import vn.gocua.kiosk.resident.team.TeamsPage;
import vn.gocua.kiosk.resident.ticket.FindPage;

/** First pages behind the tiles. A tile without one shows that it is not ready. */
final class HomeTiles {
  private HomeTiles() {}

  static Map<HomeTile, Supplier<Page>> all(KioskContext context) {
    Map<HomeTile, Supplier<Page>> tiles = new EnumMap<>(HomeTile.class);
    tiles.put(HomeTile.HELP, () -> context.isOver() ? MessagePage.over() : new ActivityPage());
    tiles.put(
        HomeTile.TEAM,
        () -> new HamletPage((host, hamlet) -> host.open(TeamsPage.of(host, hamlet))));
    tiles.put(HomeTile.GUIDES, GuidesPage::new);
    tiles.put(HomeTile.CLASSES, ClassListPage::new);
    tiles.put(HomeTile.TICKET, FindPage::new);
    tiles.put(HomeTile.BOARD, BoardPage::new);
    return tiles;
  }
}
