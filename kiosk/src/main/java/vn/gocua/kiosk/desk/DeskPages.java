package vn.gocua.kiosk.desk;

import com.vaadin.flow.component.UI;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import vn.gocua.base.text.Language;
import vn.gocua.base.time.Schedule;
import vn.gocua.kiosk.desk.account.AccountsPage;
import vn.gocua.kiosk.desk.account.OwnAccountPage;
import vn.gocua.kiosk.desk.audit.AuditPage;
import vn.gocua.kiosk.desk.classes.ClassesPage;
import vn.gocua.kiosk.desk.closing.ClosingPage;
import vn.gocua.kiosk.desk.documents.DocumentsPage;
import vn.gocua.kiosk.desk.figures.FiguresPage;
import vn.gocua.kiosk.desk.frame.DeskContext;
import vn.gocua.kiosk.desk.frame.DeskLayout;
import vn.gocua.kiosk.desk.frame.DeskMenu;
import vn.gocua.kiosk.desk.frame.DeskPage;
import vn.gocua.kiosk.desk.notices.NoticesPage;
import vn.gocua.kiosk.desk.overview.OverviewFigures;
import vn.gocua.kiosk.desk.overview.OverviewPage;
import vn.gocua.kiosk.desk.paper.PaperPage;
import vn.gocua.kiosk.desk.phones.EnrolmentSheetPage;
import vn.gocua.kiosk.desk.phones.PhonesPage;
import vn.gocua.kiosk.desk.recount.RecountPage;
import vn.gocua.kiosk.desk.reports.ReportsPage;
import vn.gocua.kiosk.desk.requests.RequestsPage;
import vn.gocua.kiosk.desk.roster.RosterPage;
import vn.gocua.kiosk.desk.screens.ScreensPage;
import vn.gocua.kiosk.desk.signin.SignInPage;
import vn.gocua.kiosk.desk.targets.TargetsPage;
import vn.gocua.kiosk.desk.team.TeamPage;
import vn.gocua.kiosk.desk.training.TrainingPage;
import vn.gocua.kiosk.feed.EngineFeed;
import vn.gocua.kiosk.screen.View;
import vn.gocua.protocol.client.EngineApi;

/**
 * Every page of the leaders' desk. This table makes the routes, the menu, the guard and the pages
 * themselves; a new page is a line here.
 */
public final class DeskPages {
  /** Address of the sign-in form. */
  public static final String SESSION = "/leader/session";

  /** Address of the open pages' figures. */
  public static final String LIVE = "/leader/live";

  /** The page on which leaders sign in. */
  public static final String SIGN_IN = "/leader/sign-in";

  /** The first page. */
  public static final String HOME = "/leader";

  /** Pages of the desk, and nothing that a browser could read as another site's address. */
  private static final Pattern PATH = Pattern.compile("leader(/[A-Za-z0-9-]{1,60}){0,3}");

  private static final String BASE = HOME.substring(1);

  private static final List<Entry> ALL =
      List.of(
          new Entry("overview", "", OverviewPage.class, OverviewPage::new),
          entry("figures", FiguresPage.class, FiguresPage::new),
          entry("requests", RequestsPage.class, RequestsPage::new),
          entry("phones", PhonesPage.class, PhonesPage::new),
          entry("screens", ScreensPage.class, ScreensPage::new),
          entry("classes", ClassesPage.class, ClassesPage::new),
          entry("documents", DocumentsPage.class, DocumentsPage::new),
          entry("notices", NoticesPage.class, NoticesPage::new),
          entry("targets", TargetsPage.class, TargetsPage::new),
          entry("roster", RosterPage.class, RosterPage::new),
          entry("paper", PaperPage.class, PaperPage::new),
          entry("training", TrainingPage.class, TrainingPage::new),
          entry("reports", ReportsPage.class, ReportsPage::new),
          entry("recount", RecountPage.class, RecountPage::new),
          entry("audit", AuditPage.class, AuditPage::new),
          entry("closing", ClosingPage.class, ClosingPage::new),
          entry("accounts", AccountsPage.class, AccountsPage::new).admins(),
          entry("account", OwnAccountPage.class, OwnAccountPage::new),
          new Entry("team", "teams/:team", TeamPage.class, TeamPage::new).unlisted(),
          new Entry("sheet", "phones/sheet", EnrolmentSheetPage.class, EnrolmentSheetPage::new)
              .unlisted());

  /** Readers of a page's item in the menu. */
  private enum Listed {
    EVERYBODY,
    ADMINS,
    NOBODY
  }

  /**
   * A page.
   *
   * @param name of its icon and, in {@code desk.properties}, its texts: {@code <name>.menu}
   * @param path below {@link #HOME}; a part that begins with a colon is a parameter
   */
  private record Entry(
      String name,
      String path,
      Class<? extends DeskPage> type,
      Function<DeskContext, ? extends DeskPage> maker,
      Listed listed) {
    Entry(
        String name,
        String path,
        Class<? extends DeskPage> type,
        Function<DeskContext, ? extends DeskPage> maker) {
      this(name, path, type, maker, Listed.EVERYBODY);
    }

    Entry admins() {
      return new Entry(name, path, type, maker, Listed.ADMINS);
    }

    Entry unlisted() {
      return new Entry(name, path, type, maker, Listed.NOBODY);
    }

    String url() {
      return path.isEmpty() ? BASE : BASE + "/" + path;
    }

    View view(DeskContext desk) {
      return new View(type, () -> maker.apply(desk), List.of(url()), List.of(DeskLayout.class));
    }
  }

  private static Entry entry(
      String name,
      Class<? extends DeskPage> type,
      Function<DeskContext, ? extends DeskPage> maker) {
    return new Entry(name, name, type, maker);
  }

  private DeskPages() {}

  /** Parts that all pages share. */
  public static DeskContext context(
      EngineFeed feed, Schedule schedule, InstantSource clock, EngineApi engine) {
    return DeskContext.of(feed, schedule, clock, engine, menu(), OverviewFigures::new);
  }

  private static DeskMenu menu() {
    return new DeskMenu(
        ALL.stream()
            .filter(e -> e.listed() != Listed.NOBODY)
            .map(e -> new DeskMenu.Item(e.name(), e.url(), e.listed() == Listed.ADMINS))
            .toList(),
        SIGN_IN,
        SESSION);
  }

  /** All pages for Vaadin, with the sign-in page and the frame. */
  public static List<View> views(DeskContext desk) {
    List<View> views = new ArrayList<>();
    views.add(View.at(DeskLayout.class, () -> new DeskLayout(desk)));
    views.add(
        View.at(
            SignInPage.class,
            () -> new SignInPage(Language.of(UI.getCurrentOrThrow().getLocale()), desk),
            SIGN_IN.substring(1)));
    ALL.forEach(entry -> views.add(entry.view(desk)));
    return views;
  }

  /** Whether a browser may be sent there after signing in. */
  public static boolean isPath(String path) {
    return PATH.matcher(path).matches();
  }
}
