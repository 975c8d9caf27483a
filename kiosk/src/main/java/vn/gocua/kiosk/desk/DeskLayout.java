package vn.gocua.kiosk.desk;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.applayout.AppLayout;
import com.vaadin.flow.component.applayout.DrawerToggle;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.sidenav.SideNav;
import com.vaadin.flow.component.sidenav.SideNavItem;
import com.vaadin.flow.server.VaadinSession;
import java.time.ZoneId;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.gocua.kiosk.desk.access.DeskSession;
import vn.gocua.kiosk.desk.insight.Overview;
import vn.gocua.kiosk.feed.Campaign;
import vn.gocua.kiosk.feed.FeedState;
import vn.gocua.kiosk.feed.FeedState.Signal;
import vn.gocua.kiosk.screen.Frame;
import vn.gocua.kiosk.screen.Screen;
import vn.gocua.kiosk.screen.Shown;
import vn.gocua.kiosk.text.Figures;
import vn.gocua.kiosk.text.Texts;

/**
 * What stands around every page of the desk: the ways to the others, whether the numbers are live,
 * who is signed in. It hands what is new to the page that is open.
 */
@SuppressWarnings("serial") // Sessions live and end in this process.
public final class DeskLayout extends AppLayout {
  private final Desk desk;
  private final DeskSession session;
  private final DeskWords words;
  private final Span campaign = Shown.span("desk-campaign");
  private final Span day = Shown.span("desk-day");
  private final Span rehearsal = Shown.span("desk-rehearsal");
  private final Span sample = Shown.span("desk-sample");
  private final Span light = Shown.span("light-text");
  private final Span cut = Shown.span("cut-text");
  private @Nullable DeskPage page;
  private @Nullable Screen screen;
  private Runnable stopWatching = () -> {};
  private long beat;
  private boolean left;

  public DeskLayout(Desk desk) {
    this.desk = desk;
    this.session = DeskSession.required();
    this.words = new DeskWords(session.locale());
    addClassName("desk");
    getElement().setAttribute("lang", session.locale().getLanguage());
    setPrimarySection(Section.DRAWER);
    addToDrawer(brand(), nav(), account());
    DrawerToggle toggle = new DrawerToggle();
    toggle.setAriaLabel(words.text("menu"));
    Div lamp = Shown.div("desk-light", Shown.div("light-lamp"), light);
    lamp.getElement().setAttribute("role", "status");
    rehearsal.setText(words.wall("rehearsal"));
    sample.setText(words.wall("sample"));
    cut.getElement().setAttribute("data-text", words.wall("cut"));
    addToNavbar(
        toggle,
        Shown.div("desk-where", campaign, day),
        rehearsal,
        sample,
        lamp,
        Shown.div("desk-cut", cut));
    show(desk.feed().state());
  }

  private Div brand() {
    Span name = Shown.span("desk-name");
    name.setText(words.wall("product"));
    Span what = Shown.span("desk-what");
    what.setText(words.text("name"));
    return Shown.div("desk-brand", Shown.div("emblem"), Shown.div("desk-names", name, what));
  }

  private SideNav nav() {
    SideNav nav = new SideNav();
    nav.getElement().setAttribute("aria-label", words.text("menu"));
    for (DeskMenu.Entry entry : DeskMenu.ENTRIES) {
      if (!entry.adminsOnly() || session.admin()) {
        SideNavItem item = new SideNavItem(words.text(entry.name() + ".menu"), entry.path());
        Span icon = Shown.span("nav-icon");
        icon.getElement().setAttribute("data-icon", entry.name());
        item.setPrefixComponent(icon);
        item.setMatchNested(!entry.path().equals("leader"));
        nav.addItem(item);
      }
    }
    return nav;
  }

  private Div account() {
    Span who = Shown.span("desk-user");
    who.setText(session.username());
    Span role = Shown.span("desk-role");
    role.setText(words.text(session.admin() ? "role.admin" : "role.leader"));
    boolean vietnamese = session.locale().equals(Texts.VIETNAMESE);
    Button language = new Button(vietnamese ? "English" : "Tiếng Việt", _ -> speakTheOther());
    language.addThemeVariants(ButtonVariant.TERTIARY);
    language.getElement().setAttribute("lang", vietnamese ? "en" : "vi");
    language.addClassName("language");
    Button out = new Button(words.text("signOut"), _ -> signOut());
    out.addThemeVariants(ButtonVariant.TERTIARY);
    out.addClassName("sign-out");
    Anchor wall = new Anchor("/", words.text("toTheWall"));
    wall.getElement().setAttribute("router-ignore", true);
    wall.setTarget("_blank");
    return Shown.div(
        "desk-account",
        Shown.div("desk-who", who, role),
        Shown.div("desk-doors", language, out),
        wall);
  }

  private void speakTheOther() {
    boolean vietnamese = session.locale().equals(Texts.VIETNAMESE);
    session.speak(vietnamese ? Locale.ENGLISH : Texts.VIETNAMESE);
    getUI().ifPresent(ui -> ui.getPage().reload());
  }

  private void signOut() {
    VaadinSession.getCurrent().getSession().removeAttribute(DeskSession.ATTRIBUTE);
    desk.signIn().end(session);
    left = true;
    getUI().ifPresent(ui -> ui.getPage().setLocation("/leader/sign-in?out"));
  }

  @Override
  public void showRouterLayoutContent(HasElement content) {
    super.showRouterLayoutContent(content);
    page = content instanceof DeskPage opened ? opened : null;
    showPage();
  }

  @Override
  protected void onAttach(AttachEvent event) {
    Screen opened = new Screen(event.getUI(), desk.feed(), desk.pacer(), this::show);
    screen = opened;
    stopWatching = desk.watch().watch(session);
    getElement().addEventListener("gocua-seen", _ -> opened.confirmed());
  }

  @Override
  protected void onDetach(DetachEvent event) {
    stopWatching.run();
    if (screen != null) {
      screen.close();
    }
  }

  private void show(Frame frame) {
    if (left) {
      return;
    }
    if (session.over(desk.clock().instant())) {
      left = true;
      getUI().ifPresent(ui -> ui.getPage().setLocation("/leader/sign-in?ended"));
      return;
    }
    show(frame.state());
    showPage();
    if (screen != null && screen.ask()) {
      getElement().setAttribute("data-beat", String.valueOf(++beat));
    }
  }

  private void showPage() {
    Overview overview = desk.insights().of(desk.feed().state(), desk.watch().around());
    if (page != null && overview != null) {
      page.show(overview);
    }
  }

  private void show(FeedState state) {
    Shown.attribute(this, "data-signal", state.signal().name().toLowerCase(Locale.ROOT));
    ZoneId zone = ZoneId.systemDefault();
    if (state.picture() != null) {
      Campaign known = state.picture().campaign();
      zone = known.zone();
      int today = state.picture().board().day();
      Shown.text(campaign, known.name());
      Shown.text(
          day,
          today < 1
              ? words.wall("day.starts", Figures.date(known.startDate()))
              : known.closing() != null
                  ? words.wall("day.ended", Figures.date(known.closing().date(known.zone())))
                  : today > known.days()
                      ? words.wall("day.ended", Figures.date(known.dateOf(known.days())))
                      : words.text("day", today, known.days(), Figures.date(known.dateOf(today))));
      Shown.visible(rehearsal, known.rehearsal());
      Shown.visible(sample, known.sample());
    } else {
      Shown.visible(rehearsal, false);
      Shown.visible(sample, false);
    }
    Shown.attribute(cut, "data-zone", zone.getId());
    Shown.text(
        light,
        state.signal() == Signal.LIVE
            ? words.wall("live")
            : state.signal() == Signal.STALE
                ? words.wall("stale", Figures.clock(state.heardAt(), zone))
                : words.wall("waiting.short"));
  }
}
