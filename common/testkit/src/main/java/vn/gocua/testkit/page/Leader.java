package vn.gocua.testkit.page;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import vn.gocua.protocol.access.AccessEndpoints;
import vn.gocua.protocol.access.Credentials;
import vn.gocua.protocol.access.DeviceList;
import vn.gocua.protocol.access.NewAccount;
import vn.gocua.protocol.access.NewCode;
import vn.gocua.protocol.access.NewPhone;
import vn.gocua.protocol.board.BoardEndpoints;
import vn.gocua.protocol.board.BoardMessage;
import vn.gocua.protocol.board.RecountInfo;
import vn.gocua.protocol.campaign.CampaignEndpoints;
import vn.gocua.protocol.campaign.CampaignInfo;
import vn.gocua.protocol.campaign.RosterEndpoints;
import vn.gocua.protocol.campaign.RosterOrder;
import vn.gocua.protocol.campaign.TargetEndpoints;
import vn.gocua.protocol.campaign.TargetsChange;
import vn.gocua.protocol.client.Caller;
import vn.gocua.protocol.client.EngineApi;
import vn.gocua.protocol.client.Query;
import vn.gocua.protocol.content.AuditLines;
import vn.gocua.protocol.content.NewNotice;
import vn.gocua.protocol.content.NoticeEndpoints;
import vn.gocua.protocol.content.ScreenAcceptance;
import vn.gocua.protocol.content.ScreenEndpoints;
import vn.gocua.protocol.health.HealthEndpoints;
import vn.gocua.protocol.health.NodeList;
import vn.gocua.protocol.help.ContactInfo;
import vn.gocua.protocol.help.HelpEndpoints;
import vn.gocua.protocol.help.HelpRequestList;
import vn.gocua.protocol.help.PrivacyEndpoints;
import vn.gocua.protocol.learning.ClassList;
import vn.gocua.protocol.learning.ClassOrder;
import vn.gocua.protocol.learning.LearnerList;
import vn.gocua.protocol.learning.LearningEndpoints;
import vn.gocua.testkit.EngineProcess;

/** A leader's client of the API, for arranging and checking tests. */
public final class Leader {
  private final EngineApi api;
  private final Caller caller;

  private Leader(EngineApi api, Caller caller) {
    this.api = api;
    this.caller = caller;
  }

  public static Leader signIn(EngineProcess engine) {
    return signIn(engine.api());
  }

  public static Leader signIn(EngineApi engine) {
    return signIn(engine, EngineProcess.PASSWORD);
  }

  public static Leader signIn(EngineApi engine, String password) {
    Credentials credentials = new Credentials("leader", password);
    String session = engine.send(Caller.ANYBODY, AccessEndpoints.SIGN_IN, credentials).token();
    return new Leader(engine, Caller.with(session));
  }

  /** The same session at another node. */
  public Leader at(EngineApi node) {
    return new Leader(node, caller);
  }

  /** In whose name calls of a test's own are made. */
  public Caller caller() {
    return caller;
  }

  /** A code with which so many phones of the team can enrol. */
  public String code(String team, int phones) {
    return api.send(caller, AccessEndpoints.MAKE_CODE, new NewCode(phones, null), team).code();
  }

  /** Enrols a phone of the team; returns its token. */
  public String enrol(String team) {
    NewPhone phone = new NewPhone(code(team, 1), null);
    return api.send(Caller.ANYBODY, AccessEndpoints.ENROL, phone).token();
  }

  public CampaignInfo campaign() {
    return api.call(caller, CampaignEndpoints.CAMPAIGN);
  }

  /** Codes of the teams. */
  public List<String> teams() {
    return campaign().teams().stream().map(CampaignInfo.Team::code).toList();
  }

  /** The nodes that the one asked sees. */
  public List<NodeList.Row> nodes() {
    return api.call(caller, HealthEndpoints.NODES).nodes();
  }

  /** Publishes a notice for an hour; returns its id. */
  public String publish(String text) {
    OffsetDateTime until = OffsetDateTime.now(ZoneOffset.UTC).plusHours(1);
    return api.send(caller, NoticeEndpoints.PUBLISH, new NewNotice(text, until, null)).id();
  }

  public void withdraw(String notice) {
    var _ = api.call(caller, NoticeEndpoints.WITHDRAW, notice);
  }

  /** The engine's own comparison of its journal with its board. */
  public RecountInfo recount() {
    return api.call(caller, BoardEndpoints.RECOUNT);
  }

  public BoardMessage board() {
    return api.call(caller, BoardEndpoints.BOARD);
  }

  /** A team's figures on the board. */
  public BoardMessage.Standing standing(String team) {
    return board().standing(team).orElseThrow();
  }

  /** Waits until the board counts so many check-ins of a team: it follows the journal. */
  public BoardMessage.Standing awaitStanding(String team, long checkIns) {
    return Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> standing(team), standing -> standing.checkIns() == checkIns);
  }

  /** A help request as it is now, with the check-in that has closed it. */
  public HelpRequestList.Row helpRequest(String code) {
    return api.call(caller, HelpEndpoints.FIND, code);
  }

  /** Number of unclaimed requests. */
  public int openRequests() {
    return (int)
        api.call(caller, HelpEndpoints.READ).helpRequests().stream()
            .filter(HelpRequestList.Row::open)
            .count();
  }

  /** Reads a request's contact; the access is recorded. */
  public ContactInfo contact(String code) {
    return api.call(caller, HelpEndpoints.CONTACT, code);
  }

  /** A new account with a password of its own; must be changed at the first sign-in. */
  public String openAccount(String username) {
    NewAccount account = new NewAccount(username, "leader");
    return api.send(caller, AccessEndpoints.OPEN_ACCOUNT, account).oneTimePassword();
  }

  /** A class of an hour and a half in three days; answers its id. */
  public String schedule(String title, @Nullable String hamlet, String place, int seats) {
    OffsetDateTime starts = OffsetDateTime.now(ZoneOffset.ofHours(7)).plusDays(3).withNano(0);
    String from = starts.format(DateTimeFormatter.ISO_OFFSET_DATE_TIME);
    String to = starts.plusMinutes(90).format(DateTimeFormatter.ISO_OFFSET_DATE_TIME);
    ClassOrder order = new ClassOrder(null, title, hamlet, place, from, to, seats);
    return api.send(caller, LearningEndpoints.SCHEDULE, order).id();
  }

  /** All classes there ever were. */
  public List<ClassList.Row> classes() {
    return api.call(caller, LearningEndpoints.READ, Query.of("past", true)).classes();
  }

  /** Reads a class's attendees; the access is recorded. */
  public List<LearnerList.Row> learners(String lesson) {
    return api.call(caller, LearningEndpoints.ENROLMENTS, lesson).enrolments();
  }

  /** Audit lines with a code. */
  public List<AuditLines.Line> audit(String what) {
    return api.call(caller, PrivacyEndpoints.AUDIT, Query.of("what", what)).lines();
  }

  /** Sets targets of teams, in check-ins; the others stay. */
  public void setTargets(Map<String, Integer> teams) {
    var _ = api.send(caller, TargetEndpoints.CHANGE, new TargetsChange(null, null, teams));
  }

  /** Takes a team on, which serves that hamlet. */
  public void addTeam(String code, String name, String hamlet) {
    var team = new RosterOrder.Team(code, name, 3, List.of(hamlet), null, null, null);
    changeRoster(List.of(team), List.of());
  }

  public void strikeOff(String team) {
    changeRoster(List.of(), List.of(team));
  }

  private void changeRoster(List<RosterOrder.Team> teams, List<String> removed) {
    String basis = api.call(caller, RosterEndpoints.READ).basis();
    var _ =
        api.send(
            caller,
            RosterEndpoints.CHANGE,
            new RosterOrder(basis, teams, removed, List.of(), List.of()));
  }

  /** Lets the kiosk's screen that shows this code serve. */
  public void acceptScreen(String code) {
    var _ = api.send(caller, ScreenEndpoints.ACCEPT, new ScreenAcceptance(null), code);
  }

  public void revokeScreen(String code) {
    var _ = api.call(caller, ScreenEndpoints.REVOKE, code);
  }

  public void revokePhonesOf(String team) {
    DeviceList phones = api.call(caller, AccessEndpoints.DEVICES, Query.of("team", team));
    for (DeviceList.Row phone : phones.devices()) {
      var _ = api.call(caller, AccessEndpoints.REVOKE_DEVICE, phone.device());
    }
  }
}
