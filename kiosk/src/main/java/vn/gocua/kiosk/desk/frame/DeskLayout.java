package vn.gocua.kiosk.desk.frame;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.component.applayout.AppLayout;
import com.vaadin.flow.component.applayout.DrawerToggle;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.server.VaadinSession;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import vn.gocua.base.text.Texts;
import vn.gocua.base.time.Background;
import vn.gocua.kiosk.desk.access.DeskSession;
import vn.gocua.kiosk.desk.data.Overview;
import vn.gocua.kiosk.desk.live.LiveClient;
import vn.gocua.kiosk.desk.live.LiveLink;
import vn.gocua.kiosk.feed.FeedState;
import vn.gocua.kiosk.feed.FeedState.Signal;
import vn.gocua.kiosk.feed.FeedState.Snapshot;
import vn.gocua.kiosk.screen.ConfirmWindow;
import vn.gocua.kiosk.screen.Dom;
import vn.gocua.protocol.board.BoardMessage.Doubt;
import vn.gocua.protocol.campaign.CampaignInfo;

/**
 * The frame around every page of the desk: menu, connection state, account. It passes updates to
 * the open page.
 */
@SuppressWarnings("serial") // Sessions live and end in this process.
public final class DeskLayout extends AppLayout {
  private final DeskContext desk;
  private final DeskSession session;
  private final Texts texts;
  private final Span campaign = Dom.span("desk-campaign");
  private final Span day = Dom.span("desk-day");
  private final Span rehearsal = Dom.span("desk-rehearsal");
  private final Span sample = Dom.span("desk-sample");
  private final Span light = Dom.span("desk-light-text");
  private final Span cut = Dom.span("cut-text");
  private final ClockBar clockBar;
  private final LiveLink link = new LiveLink();
  private final AtomicBoolean pending = new AtomicBoolean();
  private final ConfirmWindow window = new ConfirmWindow(System::nanoTime);
  private volatile @Nullable DeskPage page;
  private volatile @Nullable LiveClient live;
  private volatile @Nullable Head headed;
  private volatile boolean left;
  private Runnable stopWatching = () -> {};
  private long heartbeat;

  /** Content of the bar above all pages. */
  private record Head(
      Signal signal,
      Instant heardAt,
      @Nullable CampaignInfo campaign,
      int today,
      boolean rehearsal,
      @Nullable Doubt clock) {
    static Head of(FeedState state) {
      Snapshot snapshot = state.snapshot();
      return new Head(
          state.signal(),
          state.signal() == Signal.STALE ? state.heardAt() : Instant.EPOCH,
          snapshot == null ? null : snapshot.campaign(),
          snapshot == null ? 0 : snapshot.board().day(),
          snapshot != null && snapshot.campaign().rehearsal(),
          snapshot == null ? null : snapshot.board().clock());
    }
  }

  public DeskLayout(DeskContext desk) {
    this.desk = desk;
    this.session = DeskSession.required();
    this.texts = Texts.of("desk", session.language());
    this.clockBar = new ClockBar(desk, session, texts);
    addClassName("desk");
    getElement().setAttribute("lang", session.language().tag());
    setPrimarySection(Section.DRAWER);
    DeskDrawer drawer = new DeskDrawer(desk, session, texts);
    addToDrawer(drawer.brand(), drawer.nav(), drawer.account(this::signOut));
    DrawerToggle toggle = new DrawerToggle();
    toggle.setAriaLabel(texts.get("menu"));
    Div lamp = Dom.div("desk-light", Dom.div("desk-lamp"), light);
    lamp.getElement().setAttribute("role", "status");
    rehearsal.setText(texts.on("wall").get("rehearsal"));
    sample.setText(texts.on("wall").get("sample"));
    cut.getElement().setAttribute("data-text", texts.on("wall").get("cut"));
    addToNavbar(
        toggle,
        Dom.div("desk-where", campaign, day),
        rehearsal,
        sample,
        lamp,
        Dom.div("desk-cut", cut),
        link,
        clockBar);
    show(desk.feed().state());
  }

  private void signOut() {
    VaadinSession.getCurrent().getSession().removeAttribute(DeskSession.ATTRIBUTE);
    desk.signIn().end(session);
    left = true;
    getUI().ifPresent(ui -> ui.getPage().setLocation(desk.menu().signIn() + "?out"));
  }

  @Override
  public void showRouterLayoutContent(HasElement content) {
    super.showRouterLayoutContent(content);
    page = content instanceof DeskPage opened ? opened : null;
    showPage();
    showFigures();
  }

  @Override
  protected void onAttach(AttachEvent event) {
    UI ui = event.getUI();
    LiveClient opened = desk.live().open(session, texts.language());
    opened.whenSeen(() -> update(ui, desk.feed().state(), overview(), true));
    live = opened;
    link.page(opened.id());
    showFigures();
    Runnable stopAsking = desk.poller().watch(session);
    Runnable stopLooking =
        desk.updates().watch((state, overview, tick) -> update(ui, state, overview, tick));
    stopWatching =
        () -> {
          stopAsking.run();
          stopLooking.run();
          desk.live().close(opened);
        };
    getElement().addEventListener("gocua-seen", _ -> window.confirmed());
  }

  @Override
  protected void onDetach(DetachEvent event) {
    stopWatching.run();
  }

  private @Nullable Overview overview() {
    return desk.overviews().of(desk.feed().state(), desk.poller().data());
  }

  /**
   * Updates the page if that would change it. A hidden page waits until it is visible; one without
   * a socket for figures gets everything by Vaadin's push, once a second.
   */
  private void update(UI ui, FeedState state, @Nullable Overview overview, boolean tick) {
    LiveClient line = live;
    if (left || line == null || pending.get()) {
      return;
    }
    boolean wanted;
    if (session.over()) {
      wanted = true;
    } else if (!line.connected()) {
      wanted = tick && !window.atAnEnd();
    } else {
      wanted = !line.hidden() && (!Head.of(state).equals(headed) || concerns(overview));
    }
    if (wanted && pending.compareAndSet(false, true)) {
      Background.start("desk-page", () -> show(ui));
    }
  }

  private boolean concerns(@Nullable Overview overview) {
    DeskPage shown = page;
    return shown != null && overview != null && shown.concerns(overview);
  }

  private void show(UI ui) {
    try {
      var _ =
          ui.access(() -> {
            pending.set(false);
            showAll();
          });
    } catch (UIDetachedException _) {
      left = true;
    }
  }

  private void showAll() {
    if (left) {
      return;
    }
    if (session.over()) {
      left = true;
      getUI().ifPresent(ui -> ui.getPage().setLocation(desk.menu().signIn() + "?ended"));
      return;
    }
    show(desk.feed().state());
    showPage();
    LiveClient line = live;
    if (line != null && !line.connected() && window.ask()) {
      showFigures();
      getElement().setAttribute("data-beat", String.valueOf(++heartbeat));
    }
  }

  private void showPage() {
    DeskPage shown = page;
    Overview overview = overview();
    if (shown != null && overview != null) {
      shown.show(overview);
    }
  }

  /** Shows the present figures; from here on the browser follows them by itself. */
  private void showFigures() {
    DeskPage shown = page;
    LiveClient line = live;
    if (line != null && shown != null) {
      line.figures(shown.showsFigures());
      if (shown.showsFigures()) {
        link.start(desk.live().start(texts.language(), this::overview));
      }
    }
  }

  private void show(FeedState state) {
    headed = Head.of(state);
    Dom.attribute(this, "data-signal", state.signal().name().toLowerCase(Locale.ROOT));
    ZoneId zone = ZoneId.systemDefault();
    if (state.snapshot() != null) {
      CampaignInfo known = state.snapshot().campaign();
      zone = known.zone();
      int today = state.snapshot().board().day();
      Dom.text(campaign, known.name());
      Dom.text(
          day,
          today < 1
              ? texts.on("wall").get("day.starts", texts.figures().date(known.startDate()))
              : known.closing() != null
                  ? texts
                      .on("wall")
                      .get("day.ended", texts.figures().date(known.closing().date(known.zone())))
                  : today > known.days()
                      ? texts
                          .on("wall")
                          .get("day.ended", texts.figures().date(known.dateOf(known.days())))
                      : texts.get(
                          "day", today, known.days(), texts.figures().date(known.dateOf(today))));
      Dom.visible(rehearsal, known.rehearsal());
      Dom.visible(sample, known.sample());
    } else {
      Dom.visible(rehearsal, false);
      Dom.visible(sample, false);
    }
    clockBar.show(state.snapshot());
    Dom.attribute(cut, "data-zone", zone.getId());
    Dom.text(
        light,
        state.signal() == Signal.LIVE
            ? texts.on("wall").get("live")
            : state.signal() == Signal.STALE
                ? texts.on("wall").get("stale", texts.figures().clock(state.heardAt(), zone))
                : texts.on("wall").get("waiting.short"));
  }
}
