package vn.gocua.kiosk.desk;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterListener;
import com.vaadin.flow.router.QueryParameters;
import vn.gocua.kiosk.desk.access.DeskSession;
import vn.gocua.kiosk.desk.account.OwnAccountPage;
import vn.gocua.kiosk.desk.frame.DeskPage;
import vn.gocua.kiosk.desk.signin.SignInPage;

/** Redirects visitors of the desk who have not signed in. */
public final class DeskGuard implements BeforeEnterListener {
  private static final long serialVersionUID = 1L;

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    boolean ofTheDesk = DeskPage.class.isAssignableFrom(event.getNavigationTarget());
    DeskSession session = DeskSession.current();
    if (ofTheDesk
        && session != null
        && session.mustChangePassword()
        && event.getNavigationTarget() != OwnAccountPage.class) {
      event.forwardTo(OwnAccountPage.class);
    } else if (ofTheDesk && session == null) {
      String page = event.getLocation().getPath();
      event.forwardTo(
          SignInPage.class,
          ("/" + page).equals(DeskPages.HOME)
              ? QueryParameters.empty()
              : QueryParameters.of("next", page));
    }
  }
}
