package vn.gocua.kiosk;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import vn.gocua.kiosk.desk.frame.DeskContext;
import vn.gocua.kiosk.desk.frame.DeskLayout;
import vn.gocua.kiosk.desk.signin.SignInPage;
import vn.gocua.kiosk.desk.account.AccountsPage;
import vn.gocua.kiosk.desk.account.OwnAccountPage;
import vn.gocua.kiosk.desk.audit.AuditPage;
import vn.gocua.kiosk.desk.classes.ClassesPage;
import vn.gocua.kiosk.desk.closing.ClosingPage;
import vn.gocua.kiosk.desk.documents.DocumentsPage;
import vn.gocua.kiosk.desk.figures.FiguresPage;
import vn.gocua.kiosk.desk.notices.NoticesPage;
import vn.gocua.kiosk.desk.overview.OverviewPage;
import vn.gocua.kiosk.desk.paper.PaperPage;
import vn.gocua.kiosk.desk.phones.PhonesPage;
import vn.gocua.kiosk.desk.phones.EnrolmentSheetPage;
import vn.gocua.kiosk.desk.recount.RecountPage;
import vn.gocua.kiosk.desk.reports.ReportsPage;
import vn.gocua.kiosk.desk.requests.RequestsPage;
import vn.gocua.kiosk.desk.roster.RosterPage;
import vn.gocua.kiosk.desk.screens.ScreensPage;
import vn.gocua.kiosk.desk.targets.TargetsPage;
import vn.gocua.kiosk.desk.team.TeamPage;
import vn.gocua.kiosk.desk.training.TrainingPage;

/** The leaders' pages, and how each is made. */
final class DeskViews {
  private DeskViews() {}

  static Map<Class<? extends Component>, Supplier<? extends Component>> of(DeskContext desk) {
    Map<Class<? extends Component>, Supplier<? extends Component>> views = new HashMap<>();
    views.put(
        SignInPage.class, () -> new SignInPage(UI.getCurrentOrThrow().getLocale(), desk.feed()));
    views.put(DeskLayout.class, () -> new DeskLayout(desk));
    views.put(OverviewPage.class, () -> new OverviewPage(desk));
    views.put(TeamPage.class, () -> new TeamPage(desk));
    views.put(FiguresPage.class, () -> new FiguresPage(desk));
    views.put(PhonesPage.class, () -> new PhonesPage(desk));
    views.put(EnrolmentSheetPage.class, () -> new EnrolmentSheetPage(desk));
    views.put(RequestsPage.class, () -> new RequestsPage(desk));
    views.put(NoticesPage.class, () -> new NoticesPage(desk));
    views.put(TargetsPage.class, () -> new TargetsPage(desk));
    views.put(ReportsPage.class, () -> new ReportsPage(desk));
    views.put(RecountPage.class, () -> new RecountPage(desk));
    views.put(OwnAccountPage.class, () -> new OwnAccountPage(desk));
    views.put(AccountsPage.class, () -> new AccountsPage(desk));
    views.put(AuditPage.class, () -> new AuditPage(desk));
    views.put(ScreensPage.class, () -> new ScreensPage(desk));
    views.put(RosterPage.class, () -> new RosterPage(desk));
    views.put(ClosingPage.class, () -> new ClosingPage(desk));
    views.put(ClassesPage.class, () -> new ClassesPage(desk));
    views.put(DocumentsPage.class, () -> new DocumentsPage(desk));
    views.put(PaperPage.class, () -> new PaperPage(desk));
    views.put(TrainingPage.class, () -> new TrainingPage(desk));
    return views;
  }
}
