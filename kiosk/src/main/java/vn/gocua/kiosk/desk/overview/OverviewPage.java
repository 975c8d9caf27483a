package vn.gocua.kiosk.desk.overview;

import com.vaadin.flow.component.html.Div;
import org.jspecify.annotations.Nullable;
import vn.gocua.kiosk.desk.data.Overview;
import vn.gocua.kiosk.desk.frame.DeskContext;
import vn.gocua.kiosk.desk.frame.DeskPage;
import vn.gocua.kiosk.desk.kit.NarrowScreen;
import vn.gocua.kiosk.screen.Dom;
import vn.gocua.protocol.board.AlertEndpoints;
import vn.gocua.protocol.board.AlertKey;

/** The campaign's progress, live: figures, forecast, alerts, teams. */
@SuppressWarnings("serial") // Sessions live and end in this process.
public final class OverviewPage extends DeskPage {
  private static final int NARROW = 760;

  private final TrainingCard training;
  private final TeamsPanel teams;
  private final AlertsPanel alerts;
  private volatile @Nullable Overview shown;

  public OverviewPage(DeskContext desk) {
    super(desk, "overview");
    teams = new TeamsPanel(texts, this::overview);
    alerts = new AlertsPanel(texts, this::say);
    training = new TrainingCard(texts);
    Div cards =
        Dom.div(
            "overview-cards",
            new GaugeCard(texts.on("wall").get("checkIns"), OverviewFigures.CHECK_INS),
            new GaugeCard(texts.on("wall").get("residents"), OverviewFigures.RESIDENTS),
            new PaceCard(texts),
            new ForecastCard(texts),
            training);
    add(cards, Dom.div("overview-body", teams, alerts));
    NarrowScreen.follow(this, NARROW, teams::narrow);
  }

  /** Acknowledges an alert for all leaders, or reopens it. */
  private void say(String alert, boolean known) {
    if (attempt(
        () ->
            desk.engine()
                .send(
                    session.caller(),
                    known ? AlertEndpoints.ACKNOWLEDGE : AlertEndpoints.REOPEN,
                    new AlertKey(alert)))) {
      desk.poller().refresh();
    }
  }

  @Override
  public boolean showsFigures() {
    return true;
  }

  /** Figures move by themselves; this concerns the rest of the page. */
  @Override
  @SuppressWarnings("ReferenceEquality") // The same object is the same news, and asking is free.
  public boolean concerns(Overview overview) {
    Overview before = shown;
    return before == null
        || before.data() != overview.data()
        || before.campaign() != overview.campaign()
        || !before.alerts().equals(overview.alerts())
        || teams.moves(overview);
  }

  @Override
  protected void show(Overview overview) {
    shown = overview;
    training.show(overview.data().training());
    teams.show(overview);
    alerts.show(overview);
  }
}
