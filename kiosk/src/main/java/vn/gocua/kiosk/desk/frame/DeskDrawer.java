package vn.gocua.kiosk.desk.frame;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.SvgIcon;
import com.vaadin.flow.component.sidenav.SideNav;
import com.vaadin.flow.component.sidenav.SideNavItem;
import vn.gocua.base.text.Language;
import vn.gocua.base.text.Texts;
import vn.gocua.kiosk.desk.access.DeskSession;
import vn.gocua.kiosk.screen.Dom;

/** The drawer: the product's name, the menu, the signed-in account. */
final class DeskDrawer {
  /** One icon a page, by its name in the menu. */
  private static final String ICONS = "/gocua/desk-icons.svg";

  private final DeskContext desk;
  private final DeskSession session;
  private final Texts texts;

  DeskDrawer(DeskContext desk, DeskSession session, Texts texts) {
    this.desk = desk;
    this.session = session;
    this.texts = texts;
  }

  Div brand() {
    Span name = Dom.span("desk-name");
    name.setText(texts.on("wall").get("product"));
    Span what = Dom.span("desk-what");
    what.setText(texts.get("name"));
    return Dom.div("desk-brand", Dom.div("emblem"), Dom.div("desk-names", name, what));
  }

  SideNav nav() {
    SideNav nav = new SideNav();
    nav.getElement().setAttribute("aria-label", texts.get("menu"));
    for (DeskMenu.Item entry : desk.menu().items()) {
      if (!entry.adminsOnly() || session.admin()) {
        SideNavItem item = new SideNavItem(texts.get(entry.name() + ".menu"), entry.path());
        SvgIcon icon = new SvgIcon(ICONS, entry.name());
        icon.addClassName("desk-nav-icon");
        item.setPrefixComponent(icon);
        item.setMatchNested(!entry.path().equals(desk.menu().home()));
        nav.addItem(item);
      }
    }
    return nav;
  }

  /**
   * @param signOut ends the session
   */
  Div account(Runnable signOut) {
    Span who = Dom.span("desk-user");
    who.setText(session.username());
    Span role = Dom.span("desk-role");
    role.setText(texts.get(session.admin() ? "role.admin" : "role.leader"));
    Div doors = Dom.div("desk-doors");
    for (Language other : session.language().others()) {
      Button language = new Button(other.name(), _ -> speak(other));
      language.addThemeVariants(ButtonVariant.TERTIARY);
      language.getElement().setAttribute("lang", other.tag());
      language.addClassName("language");
      doors.add(language);
    }
    Button out = new Button(texts.get("signOut"), _ -> signOut.run());
    out.addThemeVariants(ButtonVariant.TERTIARY);
    out.addClassName("sign-out");
    Anchor wall = new Anchor("/", texts.get("toTheWall"));
    wall.getElement().setAttribute("router-ignore", true);
    wall.setTarget("_blank");
    doors.add(out);
    return Dom.div("desk-account", Dom.div("desk-who", who, role), doors, wall);
  }

  private void speak(Language language) {
    session.speak(language);
    UI.getCurrentOrThrow().getPage().reload();
  }
}
