package vn.gocua.kiosk.desk.team;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.gocua.kiosk.desk.data.Overview;
import vn.gocua.kiosk.desk.data.TeamRow;
import vn.gocua.kiosk.desk.figures.Charts;
import vn.gocua.kiosk.desk.figures.FigureData;
import vn.gocua.kiosk.desk.figures.FigureFilter;
import vn.gocua.kiosk.desk.frame.DeskContext;
import vn.gocua.kiosk.desk.frame.DeskPage;
import vn.gocua.kiosk.desk.kit.ButtonRow;
import vn.gocua.kiosk.desk.kit.DeskFigures;
import vn.gocua.kiosk.desk.kit.FactList;
import vn.gocua.kiosk.desk.phones.list.EnrolDialog;
import vn.gocua.kiosk.desk.phones.list.PhoneActs;
import vn.gocua.kiosk.desk.phones.list.PhonesGrid;
import vn.gocua.kiosk.screen.Dom;
import vn.gocua.protocol.access.DeviceList;
import vn.gocua.protocol.campaign.CampaignInfo;
import vn.gocua.protocol.checkin.CheckInEndpoints;
import vn.gocua.protocol.checkin.CheckInItem;
import vn.gocua.protocol.checkin.CheckInList;
import vn.gocua.protocol.checkin.EnteredCheckIns;
import vn.gocua.protocol.checkin.VerdictList;
import vn.gocua.protocol.checkin.VoidOrder;
import vn.gocua.protocol.client.ApiRefusal;
import vn.gocua.protocol.client.Query;

/** One team: figures, check-ins, phones, help requests. */
@SuppressWarnings("serial") // Sessions live and end in this process.
public final class TeamPage extends DeskPage implements BeforeEnterObserver {
  /** Parameter of the address: the phone whose check-ins are shown. */
  public static final String PHONE = "phone";

  private static final int LATEST = 100;
  private static final Duration SPARING = Duration.ofSeconds(2);

  private final FactList facts = new FactList();
  private final CheckInsPanel checkIns;
  private final PhonesGrid phones;
  private final TeamRequests requests;
  private final Charts charts;
  private final FigureData loaded;
  private String team = "";
  private long listedAtVersion = -1;
  private Instant listedAt = Instant.MIN;
  private @Nullable Overview shown;

  public TeamPage(DeskContext desk) {
    super(desk, "team");
    checkIns = new CheckInsPanel(texts, this::listAnew, this::voidCheckIn, this::correct);
    PhoneActs acts =
        new PhoneActs(
            desk,
            session,
            texts,
            this::attempt,
            this::say,
            phone -> checkIns.showPhone(phone.device()));
    phones = new PhonesGrid(texts, desk.clock(), false, acts);
    requests = new TeamRequests(texts);
    charts = new Charts(texts);
    loaded = new FigureData(desk.engine());
    head()
        .add(
            Dom.div(
                "page-buttons",
                new Anchor(desk.menu().home(), texts.get("team.back")),
                ButtonRow.primary(texts.get("phones.enrol"), this::enrol)));
    add(facts, Dom.div("team-body", checkIns, Dom.div("team-aside", requests, phones)), charts);
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    team = event.getRouteParameters().get("team").orElse("");
    event
        .getLocation()
        .getQueryParameters()
        .getSingleParameter(PHONE)
        .ifPresent(checkIns::showPhone);
    Overview known = overview();
    if (known != null) {
      if (known.team(team).isEmpty()) {
        event.rerouteToError(NotFoundException.class);
        return;
      }
      show(known);
    }
  }

  @Override
  protected void show(Overview overview) {
    shown = overview;
    TeamRow row = overview.team(team).orElse(null);
    if (row == null) {
      return;
    }
    int members = overview.campaign().team(team).map(CampaignInfo.Team::members).orElse(0);
    heading(row.name(), texts.get("team.under", row.hamlets(), members));
    showFacts(overview, row);
    requests.show(overview, team);
    List<DeviceList.Row> ofTeam =
        overview.data().devices().stream().filter(d -> d.team().equals(team)).toList();
    phones.show(overview, ofTeam);
    checkIns.know(ofTeam);
    long version = overview.board().version();
    Instant now = desk.clock().instant();
    attempt(() -> {
      if (version != listedAtVersion && !now.isBefore(listedAt.plus(SPARING))) {
        list(overview, now);
      }
      FigureFilter scope = new FigureFilter(null, team, null, null);
      if (loaded.refresh(session.caller(), Query.of("team", team), version, now)) {
        charts.show(overview, scope, loaded.stats(), loaded.hours());
      }
    });
  }

  private void list(Overview overview, Instant now) {
    CheckInList listed = checkIns.wanted().read(this::read);
    listedAtVersion = overview.board().version();
    listedAt = now;
    checkIns.show(overview.campaign(), overview.now(), overview.board().day(), listed);
  }

  private CheckInList read(Query filter) {
    Query question = filter.and("team", team).and("limit", LATEST);
    return desk.engine().call(session.caller(), CheckInEndpoints.LATEST, question);
  }

  private void listAnew() {
    listedAtVersion = -1;
    listedAt = Instant.MIN;
    if (shown != null) {
      show(shown);
    }
  }

  private void showFacts(Overview overview, TeamRow row) {
    String last =
        row.lastAt() == null
            ? texts.get("never")
            : DeskFigures.ago(texts, Duration.between(row.lastAt(), overview.now()));
    facts.show(
        List.of(
            fact("today", texts.figures().count(row.today())),
            fact(
                "total",
                row.target() == 0
                    ? texts.get("team.noTarget", row.checkIns())
                    : texts.get("team.ofTarget", row.checkIns(), row.target())),
            fact("residents", texts.figures().count(row.residents())),
            fact(
                "pace",
                row.pace() == null
                    ? texts.on("wall").get("pace." + row.level().code())
                    : DeskFigures.percent(texts, row.pace())
                        + " · "
                        + texts.on("wall").get("pace." + row.level().code())),
            fact("rank", texts.get("team.rankOf", row.rank(), overview.teams().size())),
            fact("last", last),
            fact("requests", texts.figures().count(row.openRequests()))));
  }

  private FactList.Fact fact(String name, String value) {
    return new FactList.Fact(texts.get("overview.column." + name), value);
  }

  private void voidCheckIn(CheckInList.Row row) {
    new VoidDialog(
            texts,
            what(row),
            reason ->
                done(
                    attempt(() ->
                        desk.engine()
                            .send(
                                session.caller(),
                                CheckInEndpoints.VOID,
                                new VoidOrder(reason),
                                row.id())),
                    "takeBack.done"))
        .open();
  }

  private void correct(CheckInList.Row row) {
    if (shown == null) {
      return;
    }
    new CorrectDialog(
            texts,
            shown.campaign(),
            row,
            item -> done(attempt(() -> send(row, item)), "correct.done"))
        .open();
  }

  /** A correction of paper is paper too. */
  private void send(CheckInList.Row wrong, CheckInItem item) {
    EnteredCheckIns correction = EnteredCheckIns.of(wrong.channel(), List.of(item));
    VerdictList entered =
        desk.engine().send(session.caller(), CheckInEndpoints.ENTER, correction, team);
    for (VerdictList.Result result : entered.results()) {
      if (!result.counted()) {
        throw ApiRefusal.ofItem(result.code(), result.message());
      }
    }
  }

  private boolean done(boolean done, String text) {
    if (done) {
      say(texts.get(text));
      listAnew();
    }
    return done;
  }

  private String what(CheckInList.Row row) {
    String name = shown == null ? row.activity() : shown.campaign().activityName(row.activity());
    return texts.get("takeBack.what", name, row.residents());
  }

  private void enrol() {
    attempt(() -> new EnrolDialog(desk, session, texts, team).open());
  }
}
