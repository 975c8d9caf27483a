package vn.gocua.kiosk;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import vn.gocua.kiosk.desk.Desk;
import vn.gocua.kiosk.desk.DeskLayout;
import vn.gocua.kiosk.desk.access.SignInView;
import vn.gocua.kiosk.desk.account.AccountsView;
import vn.gocua.kiosk.desk.account.OwnAccountView;
import vn.gocua.kiosk.desk.audit.AuditView;
import vn.gocua.kiosk.desk.classes.ClassesView;
import vn.gocua.kiosk.desk.closing.ClosingView;
import vn.gocua.kiosk.desk.documents.DocumentsView;
import vn.gocua.kiosk.desk.figures.FiguresView;
import vn.gocua.kiosk.desk.notices.NoticesView;
import vn.gocua.kiosk.desk.overview.OverviewView;
import vn.gocua.kiosk.desk.paper.PaperView;
import vn.gocua.kiosk.desk.phones.PhonesView;
import vn.gocua.kiosk.desk.phones.SheetView;
import vn.gocua.kiosk.desk.recount.RecountView;
import vn.gocua.kiosk.desk.reports.ReportsView;
import vn.gocua.kiosk.desk.requests.RequestsView;
import vn.gocua.kiosk.desk.roster.RosterView;
import vn.gocua.kiosk.desk.screens.ScreensView;
import vn.gocua.kiosk.desk.targets.TargetsView;
import vn.gocua.kiosk.desk.team.TeamView;
import vn.gocua.kiosk.desk.training.TrainingView;

/** The leaders' pages, and how each is made. */
final class DeskViews {
  private DeskViews() {}

  static Map<Class<? extends Component>, Supplier<? extends Component>> of(Desk desk) {
    Map<Class<? extends Component>, Supplier<? extends Component>> views = new HashMap<>();
    views.put(
        SignInView.class, () -> new SignInView(UI.getCurrentOrThrow().getLocale(), desk.feed()));
    views.put(DeskLayout.class, () -> new DeskLayout(desk));
    views.put(OverviewView.class, () -> new OverviewView(desk));
    views.put(TeamView.class, () -> new TeamView(desk));
    views.put(FiguresView.class, () -> new FiguresView(desk));
    views.put(PhonesView.class, () -> new PhonesView(desk));
    views.put(SheetView.class, () -> new SheetView(desk));
    views.put(RequestsView.class, () -> new RequestsView(desk));
    views.put(NoticesView.class, () -> new NoticesView(desk));
    views.put(TargetsView.class, () -> new TargetsView(desk));
    views.put(ReportsView.class, () -> new ReportsView(desk));
    views.put(RecountView.class, () -> new RecountView(desk));
    views.put(OwnAccountView.class, () -> new OwnAccountView(desk));
    views.put(AccountsView.class, () -> new AccountsView(desk));
    views.put(AuditView.class, () -> new AuditView(desk));
    views.put(ScreensView.class, () -> new ScreensView(desk));
    views.put(RosterView.class, () -> new RosterView(desk));
    views.put(ClosingView.class, () -> new ClosingView(desk));
    views.put(ClassesView.class, () -> new ClassesView(desk));
    views.put(DocumentsView.class, () -> new DocumentsView(desk));
    views.put(PaperView.class, () -> new PaperView(desk));
    views.put(TrainingView.class, () -> new TrainingView(desk));
    return views;
  }
}
