package vn.gocua.kiosk.wall;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.HasDynamicTitle;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.gocua.base.text.Language;
import vn.gocua.base.text.Texts;
import vn.gocua.base.time.Schedule;
import vn.gocua.kiosk.feed.Arrival;
import vn.gocua.kiosk.feed.EngineFeed;
import vn.gocua.kiosk.feed.FeedState;
import vn.gocua.kiosk.feed.FeedState.Snapshot;
import vn.gocua.kiosk.screen.Dom;
import vn.gocua.kiosk.screen.ScreenBinding;
import vn.gocua.kiosk.screen.ScreenUpdate;
import vn.gocua.protocol.board.BoardMessage;
import vn.gocua.protocol.campaign.CampaignInfo;

/**
 * The wall of the hall: the whole campaign on one screen, live. Built once; later only changed
 * texts, attributes and styles are set.
 */
@SuppressWarnings("serial") // Sessions live and end in this process.
public final class WallView extends Main implements HasDynamicTitle {
  private final EngineFeed feed;
  private final Schedule schedule;
  private final InstantSource clock;
  private final Texts texts;

  private final H1 title = new H1("");
  private final Span place = Dom.span("place");
  private final Span sample = Dom.span("sample");
  private final NoticeBand notices;
  private final Div rehearsal;
  private final ClockBand clockWrong;
  private final Div waiting;
  private final Div body;
  private final DayRing ring;
  private final Counter checkIns;
  private final Counter residents;
  private final Counter active;
  private final TeamGrid teams;
  private final Bars activities;
  private final Bars groups;
  private final DayChart chart;
  private final Ticker ticker;
  private final FreshnessLight light;

  /** Shown by the page itself when this server can't be heard; its script fills in the time. */
  private final Span cut = Dom.span("cut-text");

  private @Nullable ScreenBinding screen;
  private @Nullable Arrival unmeasured;
  private @Nullable Arrival onItsWay;
  private long heartbeat;

  public WallView(EngineFeed feed, Schedule schedule, InstantSource clock, Language language) {
    this.feed = feed;
    this.schedule = schedule;
    this.clock = clock;
    texts = Texts.of("wall", language);
    addClassName("wall");
    getElement().setAttribute("lang", language.tag());
    ring = new DayRing(texts);
    checkIns = new Counter(texts.get("checkIns"));
    residents = new Counter(texts.get("residents"));
    active = new Counter(texts.get("activeTeams"));
    teams = new TeamGrid(texts);
    activities = new Bars(texts, texts.get("byActivity"));
    groups = new Bars(texts, texts.get("byGroup"));
    chart = new DayChart(texts);
    ticker = new Ticker(texts, clock);
    light = new FreshnessLight(texts);
    notices = new NoticeBand(texts);
    rehearsal = rehearsalBand();
    clockWrong = new ClockBand(texts);
    waiting = waitingPanel();
    sample.setText(texts.get("sample"));
    body =
        Dom.div(
            "wall-body",
            Dom.div("left", ring, Dom.div("counters", checkIns, residents, active)),
            teams,
            Dom.div("right", activities, groups, chart, ticker));
    Span product = Dom.span("product");
    product.setText(texts.get("product"));
    add(
        rehearsal,
        clockWrong,
        Dom.div("wall-head", Dom.div("emblem"), Dom.div("titles", title, place)),
        notices,
        waiting,
        body,
        Dom.div("wall-foot", light, sample, product),
        Dom.div("cut", Dom.div("light-lamp"), cut));
    cut.getElement().setAttribute("data-text", texts.get("cut"));
    getElement().setAttribute("data-beat", "0"); // From its first picture on the page is watched.
    show(new ScreenUpdate(feed.state(), Set.of(), null));
  }

  @Override
  public String getPageTitle() {
    return texts.get("title");
  }

  @Override
  protected void onAttach(AttachEvent event) {
    ScreenBinding opened = new ScreenBinding(event.getUI(), feed, schedule, this::show);
    screen = opened;
    getElement().addEventListener("gocua-seen", _ -> seen(opened));
  }

  @Override
  protected void onDetach(DetachEvent event) {
    if (screen != null) {
      screen.close();
    }
  }

  private void show(ScreenUpdate update) {
    FeedState state = update.state();
    Snapshot snapshot = state.snapshot();
    Dom.attribute(this, "data-signal", state.signal().name().toLowerCase(Locale.ROOT));
    notices.show(snapshot == null ? List.of() : state.notices());
    Dom.visible(waiting, snapshot == null);
    Dom.visible(body, snapshot != null);
    if (snapshot != null) {
      show(snapshot, update.arrivedFrom());
    } else {
      Dom.text(title, texts.get("product.full"));
      rehearsal.setVisible(false);
      clockWrong.hide();
      sample.setVisible(false);
    }
    ZoneId zone = snapshot == null ? ZoneId.systemDefault() : snapshot.campaign().zone();
    light.show(state, zone);
    Dom.attribute(cut, "data-zone", zone.getId());
    if (update.newest() != null) {
      unmeasured = update.newest();
    }
    askToConfirm();
  }

  private void show(Snapshot snapshot, Set<String> arrivedFrom) {
    CampaignInfo campaign = snapshot.campaign();
    BoardMessage board = snapshot.board();
    Dom.text(title, campaign.name());
    Dom.text(place, campaign.place() == null ? "" : campaign.place());
    Dom.visible(rehearsal, campaign.rehearsal());
    clockWrong.show(campaign, board.clock());
    Dom.visible(sample, campaign.sample());
    ring.show(campaign, board);
    showCounters(campaign, board);
    teams.show(campaign, board, arrivedFrom);
    teams.settle();
    activities.show(campaign.activities(), board.totals().byActivity());
    groups.show(campaign.groups(), board.totals().byGroup());
    chart.show(campaign, board);
    ticker.show(campaign, snapshot.latest());
  }

  private void showCounters(CampaignInfo campaign, BoardMessage board) {
    boolean running = board.day() >= 1 && board.day() <= campaign.days();
    showCounter(
        checkIns,
        board.totals().checkIns(),
        board.today().checkIns(),
        campaign.targets().checkIns(),
        running);
    showCounter(
        residents,
        board.totals().residents(),
        board.today().residents(),
        campaign.targets().residents(),
        running);
    int all = campaign.teams().size();
    int now = board.activeTeamsToday();
    active.show(
        texts.figures().count(now),
        texts.get("activeTeams.of", all),
        texts.get("activeTeams.unit"),
        all == 0 ? 0 : (double) now / all,
        !running
            ? texts.get("activeTeams.outside")
            : now >= all
                ? texts.get("activeTeams.all")
                : texts.get("activeTeams.silent", all - now));
  }

  private void showCounter(Counter counter, long total, long today, long target, boolean running) {
    double reached = target == 0 ? 0 : (double) total / target;
    counter.show(
        texts.figures().count(total),
        running ? "+" + texts.figures().count(today) : "",
        running ? texts.get("today") : "",
        reached,
        target == 0
            ? texts.get("noTarget")
            : texts.get("ofTarget", texts.figures().percent(reached), target));
  }

  /** Asks the browser to confirm, one question at a time; later changes go with the next. */
  private void askToConfirm() {
    if (screen != null && screen.ask()) {
      onItsWay = unmeasured;
      unmeasured = null;
      getElement().setAttribute("data-beat", String.valueOf(++heartbeat));
    }
  }

  /** The browser has confirmed: earlier changes have arrived. */
  private void seen(ScreenBinding confirming) {
    confirming.confirmed();
    if (onItsWay != null) {
      light.measured(onItsWay.age(clock.instant()));
      onItsWay = null;
    }
    if (unmeasured != null) {
      askToConfirm();
    }
  }

  private Div rehearsalBand() {
    Span word = Dom.span("rehearsal-word");
    word.setText(texts.get("rehearsal"));
    Span note = Dom.span("rehearsal-note");
    note.setText(texts.get("rehearsal.note"));
    return Dom.div("rehearsal", word, note);
  }

  private Div waitingPanel() {
    Span word = Dom.span("waiting-word");
    word.setText(texts.get("waiting"));
    Span note = Dom.span("waiting-note");
    note.setText(texts.get("waiting.note"));
    return Dom.div("waiting", Dom.div("waiting-lamp"), word, note);
  }
}
