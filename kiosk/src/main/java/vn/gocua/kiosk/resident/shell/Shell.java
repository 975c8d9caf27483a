package vn.gocua.kiosk.resident.shell;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Footer;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import vn.gocua.base.text.Language;
import vn.gocua.base.text.Texts;
import vn.gocua.base.time.Background;
import vn.gocua.protocol.campaign.CampaignInfo;
import vn.gocua.protocol.client.ApiRefusal;

/**
 * The frame around every page, with the visitor's path. A visit is one {@link Visit}, which is
 * dropped to wipe it.
 */
@SuppressWarnings("serial") // Sessions live and end in this process.
public final class Shell extends Div implements PageHost {
  private final KioskContext context;
  private final HomePage homePage;
  private final Supplier<Component> atRest;
  private final Header head = new Header();
  private final Section body = new Section();
  private final Footer foot = new Footer();
  private final Span said = Widgets.span("said", "");
  private final Presence presence;

  private Visit visit;
  private final ToolBar tools = new ToolBar(() -> visit, this::build);
  private String screen = "";
  private boolean resting;
  private @Nullable Object shown;
  private @Nullable UI ui;
  private Runnable stopWatching = () -> {};

  /**
   * @param tiles first pages behind the tiles; a tile without one shows that it is not ready
   * @param atRest the idle screen
   */
  public Shell(
      KioskContext context, Map<HomeTile, Supplier<Page>> tiles, Supplier<Component> atRest) {
    this(context, tiles, atRest, System::nanoTime);
  }

  /** The same with another monotonic clock. */
  Shell(
      KioskContext context,
      Map<HomeTile, Supplier<Page>> tiles,
      Supplier<Component> atRest,
      LongSupplier nanos) {
    this.context = context;
    presence = new Presence(nanos);
    this.atRest = atRest;
    homePage = new HomePage(tiles);
    visit = new Visit(homePage, Language.first());
    addClassName("shell");
    head.addClassName("kiosk-bar");
    body.addClassName("page");
    foot.addClassName("foot");
    said.getElement().setAttribute("role", "status");
    getElement().addEventListener("gocua-here", _ -> presence.heard());
    getElement().addEventListener("gocua-left", _ -> home());
    getElement().addEventListener("gocua-back", _ -> home());
    getElement().addEventListener("gocua-rest", _ -> rest());
    build();
  }

  @Override
  protected void onAttach(AttachEvent event) {
    ui = event.getUI();
    stopWatching = presence.watch(event.getUI(), context.schedule(), this::endIfLeft);
  }

  @Override
  protected void onDetach(DetachEvent event) {
    stopWatching.run();
  }

  /** Ends an abandoned visit; the browser does so earlier if it can. */
  void endIfLeft() {
    if (presence.isLeft()) {
      home();
    }
  }

  @Override
  public Texts texts() {
    return visit.texts();
  }

  @Override
  public KioskContext context() {
    return context;
  }

  @Override
  public String screen() {
    return screen;
  }

  /** The screen is called this. */
  public void called(String code) {
    screen = code;
  }

  @Override
  public void open(Page next) {
    visit.open(next);
    build();
  }

  @Override
  public void openForGood(Page next) {
    visit.openForGood(next);
    build();
  }

  @Override
  public void back() {
    visit.back();
    build();
  }

  @Override
  public void home() {
    resting = false;
    visit = new Visit(homePage, Language.first());
    build();
  }

  /** Shows the idle screen until a touch. */
  private void rest() {
    if (visit.isAtHome()) {
      visit = new Visit(homePage, Language.first());
      resting = true;
      build();
    }
  }

  @Override
  public void refresh() {
    build();
  }

  @Override
  public void say(String message) {
    said.setText(message);
  }

  @Override
  public <T> void work(Job<T> job, Consumer<T> done, Consumer<Trouble> failed) {
    Object asking = shown;
    Background.start(
        "kiosk-work",
        () -> {
          try {
            T result = job.run();
            later(asking, () -> done.accept(result));
          } catch (ApiRefusal refused) {
            boolean away = refused.away() || refused.code().isEmpty();
            Trouble trouble = away ? new Trouble.Away() : new Trouble.No(refused);
            later(asking, () -> failed.accept(trouble));
          }
        });
  }

  /** Runs with the screen's lock, if the same page is still shown. */
  @SuppressWarnings("ReferenceEquality") // This page, not one like it.
  private void later(@Nullable Object asking, Runnable run) {
    UI screen = ui;
    if (screen == null) {
      return;
    }
    try {
      var _ =
          screen.access(() -> {
            if (shown == asking) {
              run.run();
            }
          });
    } catch (UIDetachedException _) {
      // The screen is gone, and the visitor with it.
    }
  }

  private void build() {
    presence.moved(!visit.isAtHome());
    shown = visit.page();
    said.setText("");
    getElement().setAttribute("lang", texts().language().tag());
    getElement().setAttribute("data-intl", texts().language().intl());
    getElement().setAttribute("data-where", where());
    getElement().setAttribute("data-size", String.valueOf(visit.size()));
    getElement().setAttribute("data-contrast", visit.contrast() ? "high" : "usual");
    getElement().setAttribute("data-low", String.valueOf(visit.low()));
    removeAll();
    if (resting) {
      Component picture = atRest.get();
      getElement().setAttribute("data-where", "rest");
      picture.getElement().addEventListener("click", _ -> home());
      add(picture, Overlays.cut(texts()));
      return;
    }
    fillHead();
    fillBody();
    fillFoot();
    add(head, body, foot, Overlays.stillThere(texts()), Overlays.cut(texts()));
  }

  private String where() {
    return resting ? "rest" : visit.isAtHome() ? "home" : "page";
  }

  private void fillHead() {
    head.removeAll();
    CampaignInfo campaign = context.campaign();
    String place = campaign == null || campaign.place() == null ? "" : campaign.place();
    Div brand =
        Widgets.div(
            "brand",
            Widgets.div("emblem"),
            Widgets.div(
                "brand-words",
                Widgets.span("brand-name", texts().get("brand")),
                Widgets.span("brand-place", place)));
    if (campaign != null && campaign.rehearsal()) {
      brand.add(Widgets.span("brand-mark", texts().get("rehearsal")));
    } else if (campaign != null && campaign.sample()) {
      brand.add(Widgets.span("brand-mark", texts().get("sample")));
    }
    tools.show();
    head.add(brand, tools);
  }

  private void fillBody() {
    body.removeAll();
    Page page = visit.page();
    H1 title = new H1(page.title(texts()));
    title.getElement().setAttribute("tabindex", "-1");
    Div heading = Widgets.div("heading-block");
    if (!page.pictogram().isEmpty()) {
      heading.add(Widgets.pictogram(page.pictogram()));
    }
    heading.add(title);
    String lead = page.lead(texts());
    if (!lead.isEmpty()) {
      heading.add(Widgets.text("lead", lead));
    }
    body.add(heading, Widgets.div("page-body", page.content(this)));
  }

  private void fillFoot() {
    foot.removeAll();
    foot.setVisible(!visit.isAtHome());
    Page page = visit.page();
    if (page.leadsBack()) {
      NativeButton back = Widgets.button("foot-button", "", this::back);
      back.addClassName("foot-back");
      back.add(Widgets.pictogram("back"), Widgets.span("foot-label", texts().get("back")));
      foot.add(back);
    }
    NativeButton first = Widgets.button("foot-button", "", this::home);
    first.addClassName("foot-home");
    first.add(Widgets.pictogram("home"), Widgets.span("foot-label", texts().get("first")));
    foot.add(first, said);
    Page.Action action = page.action(this);
    if (action != null) {
      NativeButton onwards = Widgets.button("foot-button", action.label(), action.run());
      onwards.addClassName("foot-onwards");
      foot.add(onwards);
    }
  }
}
