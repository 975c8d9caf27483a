package vn.gocua.engine.support;

import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/**
 * Real answers of a fresh engine to every operation that openapi.yaml describes, of success and of
 * failure. They are made in an order, since one stands on what another has done.
 */
public final class ApiSamples {
  /** The campaign's time at which the engine has to stand. */
  public static final String NOW = "2025-08-22T09:30:00+07:00";

  private final RunningEngine engine;

  public ApiSamples(RunningEngine engine) {
    this.engine = engine;
  }

  /**
   * A real answer to a described operation.
   *
   * @param operation its id
   */
  public record Sample(String operation, Answer answer) {}

  /** Makes all of them; once an engine. */
  public List<Sample> all() {
    return Stream.of(
            open(),
            phones(),
            leaders(),
            notices(),
            accounts(),
            reports(),
            documents(),
            help(),
            screens(),
            learning(),
            problems())
        .flatMap(List::stream)
        .toList();
  }

  private List<Sample> open() {
    Api anybody = engine.anybody();
    return List.of(
        new Sample("isLive", anybody.get("/health/live")),
        new Sample("isReady", anybody.get("/health/ready")),
        new Sample("whereToReportHoles", anybody.get("/.well-known/security.txt")),
        new Sample("readLanguages", anybody.get("/i18n/index.json")),
        new Sample("readTexts", anybody.get("/i18n/vi.json")),
        new Sample("describe", anybody.get("/api/v1/openapi.yaml")),
        new Sample("readCampaign", anybody.get("/api/v1/campaign")),
        new Sample("readBoard", anybody.get("/api/v1/board")),
        new Sample(
            "watchBoard", anybody.head("GET", "/api/v1/board/stream", BodyPublishers.noBody())));
  }

  private List<Sample> phones() {
    Phone phone = engine.phone("T01");
    Item full =
        Item.at(NOW)
            .with("minutes", 25)
            .with("hamlet", "co-giao")
            .with("helpRequest", "HV-4821")
            .with("clockOffset", -3600);
    Item voided = Item.at(NOW);
    Item bad = Item.at(NOW).with("activity", "dancing");
    Item unnamed = Item.at(NOW).without("id");
    List<Sample> samples = new ArrayList<>();
    samples.add(new Sample("checkIn", phone.send(full, voided, bad, unnamed)));
    samples.add(new Sample("checkIn", phone.send(full, full.with("residents", 9), full.renamed())));
    samples.add(new Sample("checkIn", phone.send(Item.at(NOW).with("replaces", full.id()))));
    samples.add(new Sample("voidCheckIn", phone.api().voided(voided, "mistake")));
    samples.add(new Sample("readLatestCheckIns", phone.api().get("/api/v1/check-ins?limit=3")));
    samples.add(new Sample("readBoard", engine.anybody().get("/api/v1/board")));
    Api leader = engine.leader();
    samples.add(new Sample("readLatestCheckIns", leader.get("/api/v1/check-ins?team=T01")));
    samples.add(
        new Sample(
            "enterCheckIns",
            leader.post("/api/v1/teams/T01/check-ins", Map.of("checkIns", List.of()))));
    samples.add(new Sample("readStats", leader.get("/api/v1/stats?team=T01")));
    samples.add(new Sample("readHours", leader.get("/api/v1/stats/hours")));
    samples.add(new Sample("whoAmI", leader.get("/api/v1/sessions/current")));
    return samples;
  }

  private List<Sample> leaders() {
    Api leader = engine.leader();
    Answer code = leader.post("/api/v1/teams/T02/enrolment-codes", Map.of("uses", 2, "hours", 1));
    Answer enrolled = engine.anybody().enrol(code.json().path("code").asString());
    String device = "/api/v1/devices/" + enrolled.json().path("device").asString();
    Answer session =
        engine
            .anybody()
            .post(
                "/api/v1/sessions",
                Map.of("username", "leader", "password", RunningEngine.PASSWORD));
    Api second = engine.anybody().as(session.json().path("token").asString());
    return List.of(
        new Sample("makeEnrolmentCode", code),
        new Sample("enrol", enrolled),
        new Sample("nameDevice", leader.post(device + "/name", Map.of("name", "Máy 2"))),
        new Sample("readDevices", leader.get("/api/v1/devices?team=T01")),
        new Sample("revokeDevice", leader.delete(device)),
        new Sample("readDevices", leader.get("/api/v1/devices?team=T02")),
        new Sample("signIn", session),
        new Sample("signOut", second.delete("/api/v1/sessions/current")),
        new Sample("recount", leader.get("/api/v1/recount")),
        new Sample("exportCheckInsCsv", leader.get("/api/v1/export/check-ins.csv?team=T01")),
        new Sample("exportCheckInsCsv", leader.get("/api/v1/export/check-ins.csv?from=today")),
        new Sample(
            "exportCheckInsXlsx", leader.get("/api/v1/export/check-ins.xlsx?watch=luot-ho-tro")),
        new Sample("exportProgress", leader.get("/api/v1/export/progress/luot-ho-tro")),
        new Sample("exportProgress", leader.get("/api/v1/export/progress/nothing-such")),
        new Sample("readNodes", leader.get("/api/v1/nodes")),
        new Sample("readMetrics", leader.get("/metrics")));
  }

  private List<Sample> notices() {
    Api leader = engine.leader();
    String notices = "/api/v1/notices";
    String targets = "/api/v1/targets";
    Answer published =
        leader.post(
            notices,
            Map.of(
                "text",
                "Sáng mai các tổ họp lúc 7 giờ (tin mẫu)",
                "until",
                "2025-08-22T18:00:00+07:00"));
    String id = published.json().path("id").asString();
    return List.of(
        new Sample("publishNotice", published),
        new Sample("publishNotice", leader.post(notices, "{}")),
        new Sample("readNotices", engine.anybody().get(notices + "?where=wall")),
        new Sample("readNotices", engine.anybody().get(notices + "?where=roof")),
        new Sample("readAllNotices", leader.get(notices + "/all")),
        new Sample("withdrawNotice", leader.post(notices + "/" + id + "/withdraw", "")),
        new Sample("withdrawNotice", leader.post(notices + "/x/withdraw", "")),
        new Sample("readTargets", engine.anybody().get(targets)),
        new Sample(
            "changeTargets",
            leader.send("PUT", targets, BodyPublishers.ofString("{\"teams\":{\"T01\":900}}"))),
        new Sample(
            "changeTargets",
            leader.send("PUT", targets, BodyPublishers.ofString("{\"checkIns\":0}"))));
  }

  private List<Sample> documents() {
    List<Sample> samples = new ArrayList<>();
    samples.addAll(paperAndTraining());
    samples.addAll(roster());
    samples.addAll(ending());
    Api leader = engine.leader();
    String documents = "/api/v1/documents";
    String good = documents + "?name=anh-mau.png&until=2025-08-22T18:00:00%2B07:00";
    Answer shared =
        leader.send(
            "POST",
            good,
            BodyPublishers.ofByteArray(
                new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0}));
    String id = shared.json().path("id").asString();
    String link = java.net.URI.create(shared.json().path("url").asString()).getPath();
    samples.add(new Sample("shareDocument", shared));
    samples.add(
        new Sample("shareDocument", leader.send("POST", good, BodyPublishers.ofString("<html>"))));
    samples.add(
        new Sample("shareDocument", leader.send("POST", documents, BodyPublishers.ofString("x"))));
    samples.add(new Sample("readDocuments", leader.get(documents)));
    samples.add(new Sample("fetchDocument", engine.anybody().get(link)));
    samples.add(new Sample("fetchDocument", engine.anybody().with("range", "bytes=90-").get(link)));
    samples.add(
        new Sample("withdrawDocument", leader.post(documents + "/" + id + "/withdraw", "")));
    samples.add(new Sample("withdrawDocument", leader.post(documents + "/x/withdraw", "")));
    samples.add(new Sample("fetchDocument", engine.anybody().get(link)));
    samples.add(new Sample("fetchDocument", engine.anybody().get("/d/x")));
    return samples;
  }

  private List<Sample> paperAndTraining() {
    Api leader = engine.leader();
    String paper = "/api/v1/teams/T03/check-ins";
    String training = "/api/v1/training";
    String alerts = "/api/v1/acknowledgements";
    String known = "{\"key\":\"silent/T03/day/null\"}";
    String confirmation = "/api/v1/clock/confirmation";
    return List.of(
        new Sample("confirmClock", leader.post(confirmation, "{\"at\":\"" + NOW + "\"}")),
        new Sample("confirmClock", leader.post(confirmation, "{\"at\":\"2019-01-01T00:00:00Z\"}")),
        new Sample("confirmClock", leader.post(confirmation, "{\"at\":\"now\"}")),
        new Sample(
            "enterCheckIns", leader.post(paper, Api.paper(List.of(Item.at(NOW))).toString())),
        new Sample("enterCheckIns", leader.post(paper, "{}")),
        new Sample("enterCheckIns", leader.post(paper, "{\"channel\":\"fax\",\"checkIns\":[]}")),
        new Sample(
            "reportTraining",
            leader.send(
                "PUT",
                training,
                BodyPublishers.ofString(
                    "{\"units\":[{\"name\":\"Trường mẫu 1\",\"trained\":1,\"total\":2}]}"))),
        new Sample("reportTraining", leader.send("PUT", training, BodyPublishers.ofString("{}"))),
        new Sample("readTraining", leader.get(training)),
        new Sample("acknowledgeAlert", leader.post(alerts, known)),
        new Sample("acknowledgeAlert", leader.post(alerts, "{\"key\":\"Bà Tư\"}")),
        new Sample("readAcknowledgements", leader.get(alerts)),
        new Sample("reopenAlert", leader.post(alerts + "/reopen", known)));
  }

  private List<Sample> ending() {
    Api admin = engine.leader();
    String campaign = "/api/v1/campaign";
    List<Sample> samples = new ArrayList<>();
    samples.add(new Sample("readClosing", admin.get(campaign + "/closing")));
    samples.add(new Sample("archiveCampaign", admin.post(campaign + "/archives", "")));
    samples.add(new Sample("closeCampaign", admin.post(campaign + "/close", "{}")));
    String left = request();
    String ended = request();
    Map<String, Object> decided =
        Map.of("end", List.of(ended.substring(ended.lastIndexOf('/') + 1)), "others", "leave");
    samples.add(
        new Sample(
            "closeCampaign",
            admin.post(campaign + "/close", Map.of("lateHours", 0, "openRequests", decided))));
    samples.add(new Sample("helpRequest", engine.kiosk().get(ended)));
    samples.add(new Sample("helpRequest", admin.get(left)));
    samples.add(
        new Sample(
            "closeCampaign",
            admin.post(
                campaign + "/close",
                Map.of("lateHours", 0, "openRequests", Map.of("others", "burn")))));
    samples.add(new Sample("finishHelpRequest", engine.leader().post(left + "/finish", "{}")));
    samples.add(new Sample("readCampaign", engine.anybody().get(campaign)));
    samples.add(new Sample("archiveCampaign", admin.post(campaign + "/archives", "")));
    Awaitility.await()
        .atMost(Duration.ofMinutes(2))
        .until(() ->
            !"making".equals(admin.get(campaign + "/closing").json().path("work").asString()));
    Answer made = admin.get(campaign + "/closing");
    samples.add(new Sample("readClosing", made));
    String file = made.json().path("archives").path(0).path("file").asString();
    samples.add(new Sample("fetchArchive", admin.get(campaign + "/archives/" + file)));
    samples.add(new Sample("fetchArchive", admin.get(campaign + "/archives/x.zip")));
    samples.add(new Sample("reopenCampaign", admin.post(campaign + "/reopen", "")));
    samples.add(
        new Sample(
            "prepareNextCampaign",
            admin.post(
                campaign + "/next",
                Map.of(
                    "id",
                    "next",
                    "name",
                    "Đợt hai",
                    "startDate",
                    "2026-01-01",
                    "days",
                    10,
                    "checkIns",
                    5,
                    "residents",
                    5))));
    samples.add(new Sample("prepareNextCampaign", admin.post(campaign + "/next", "{}")));
    return samples;
  }

  private List<Sample> roster() {
    Api admin = engine.leader();
    String roster = "/api/v1/roster";
    String basis = admin.get(roster).json().path("basis").asString();
    Map<String, Object> team =
        Map.of("code", "T77", "name", "Tổ 77", "members", 3, "hamlets", List.of("co-giao"));
    Map<String, Object> order = Map.of("basis", basis, "teams", List.of(team));
    return List.of(
        new Sample("readRoster", admin.get(roster)),
        new Sample("exportRosterXlsx", admin.get(roster + ".xlsx")),
        new Sample("exportRosterCsv", admin.get(roster + ".csv")),
        new Sample("previewRoster", admin.post(roster + "/previews", "Mã tổ;Tên tổ\n")),
        new Sample(
            "previewRoster",
            admin.post(roster + "/previews", admin.get(roster + ".csv").body() + "\nX,,,\n")),
        new Sample("previewRoster", admin.post(roster + "/previews", "")),
        new Sample("previewRoster", admin.post(roster + "/previews", "x\n".repeat(3000))),
        new Sample("changeRoster", admin.post(roster + "/changes", order)),
        new Sample("changeRoster", admin.post(roster + "/changes", order)),
        new Sample("changeRoster", admin.post(roster + "/changes", "{}")),
        new Sample("readRoster", admin.get(roster)));
  }

  private List<Sample> reports() {
    List<Sample> samples = new ArrayList<>();
    for (String form : List.of("Pdf", "Xlsx", "Csv")) {
      String ending = form.toLowerCase(Locale.ROOT);
      String day = "/api/v1/reports/day." + ending;
      String campaign = "/api/v1/reports/campaign." + ending;
      samples.add(new Sample("reportDay" + form, engine.leader().get(day)));
      samples.add(new Sample("reportDay" + form, engine.leader().get(day + "?date=2020-01-01")));
      samples.add(new Sample("reportDay" + form, engine.leader().get(day + "?date=never")));
      samples.add(new Sample("reportCampaign" + form, engine.leader().get(campaign)));
    }
    return samples;
  }

  private List<Sample> accounts() {
    Api admin = engine.leader();
    String accounts = "/api/v1/accounts";
    Answer opened = admin.post(accounts, Map.of("username", "thu-ky", "role", "leader"));
    String password = opened.json().path("oneTimePassword").asString();
    Answer session =
        engine
            .anybody()
            .post("/api/v1/sessions", Map.of("username", "thu-ky", "password", password));
    Api once = engine.anybody().as(session.json().path("token").asString());
    String wanted = "một câu dễ nhớ";
    Answer changed =
        once.post("/api/v1/account/password", Map.of("current", password, "new", wanted));
    Api own = engine.anybody().as(changed.json().path("token").asString());
    Answer totp = own.post("/api/v1/account/totp", "");
    byte[] secret = RunningEngine.base32(totp.json().path("secret").asString());
    Map<String, String> confirmation =
        Map.of(
            "seed",
            totp.json().path("seed").asString(),
            "code",
            RunningEngine.totp(secret),
            "password",
            wanted);
    List<Sample> samples = new ArrayList<>();
    samples.add(new Sample("openAccount", opened));
    samples.add(
        new Sample("openAccount", admin.post(accounts, Map.of("username", "x", "role", "y"))));
    samples.add(
        new Sample(
            "openAccount", admin.post(accounts, Map.of("username", "thu-ky", "role", "leader"))));
    samples.add(new Sample("signIn", session));
    samples.add(new Sample("readBoard", once.get("/api/v1/board")));
    samples.add(new Sample("recount", once.get("/api/v1/recount")));
    samples.add(new Sample("changePassword", changed));
    samples.add(
        new Sample(
            "changePassword",
            own.post("/api/v1/account/password", Map.of("current", "no", "new", "no"))));
    samples.add(new Sample("readAccounts", admin.get(accounts)));
    samples.add(new Sample("readAccounts", own.get(accounts)));
    samples.add(new Sample("readOwnAccount", own.get("/api/v1/account")));
    samples.add(new Sample("beginTotp", totp));
    samples.add(new Sample("confirmTotp", own.post("/api/v1/account/totp/confirm", confirmation)));
    samples.add(
        new Sample("dropTotp", own.post("/api/v1/account/totp/drop", Map.of("password", wanted))));
    samples.add(new Sample("endOwnSessions", own.post("/api/v1/account/end-sessions", "")));
    String one = accounts + "/thu-ky";
    samples.add(new Sample("changeRole", admin.post(one + "/role", Map.of("role", "admin"))));
    for (String act : List.of("disable", "enable", "end-sessions", "reset-password")) {
      String id =
          switch (act) {
            case "end-sessions" -> "endSessions";
            case "reset-password" -> "resetPassword";
            default -> act + "Account";
          };
      samples.add(new Sample(id, admin.post(one + "/" + act, "")));
      samples.add(new Sample(id, admin.post(accounts + "/nobody/" + act, "")));
    }
    samples.add(new Sample("disableAccount", admin.post(accounts + "/leader/disable", "")));
    samples.add(new Sample("readAudit", admin.get("/api/v1/audit?limit=500")));
    samples.add(new Sample("readAudit", admin.get("/api/v1/audit?what=sleeping")));
    samples.add(new Sample("exportAudit", admin.get("/api/v1/audit.csv?what=signed-in")));
    return samples;
  }

  /** A new request, by its address. */
  private String request() {
    Map<String, Object> order =
        Map.of(
            "id",
            Item.newId(),
            "hamlet",
            "co-giao",
            "activity",
            "public-services",
            "contact",
            Map.of("name", "Người mẫu 2", "phone", "0912345670", "address", "Nhà mẫu 2"),
            "consent",
            Map.of("textVersion", "kiosk-2025-08", "at", NOW));
    Answer made = engine.kiosk().post("/api/v1/help-requests", order).expect(201);
    return "/api/v1/help-requests/" + made.json().path("code").asString();
  }

  private List<Sample> help() {
    String requests = "/api/v1/help-requests";
    Phone phone = engine.phone("T01");
    Map<String, Object> order =
        Map.of(
            "id",
            Item.newId(),
            "hamlet",
            "co-giao",
            "activity",
            "public-services",
            "contact",
            Map.of("name", "Người mẫu 1", "phone", "0912345678", "address", "Nhà mẫu 1"),
            "consent",
            Map.of("textVersion", "kiosk-2025-08", "at", NOW));
    Answer ticket = engine.kiosk().post(requests, order);
    String request = requests + "/" + ticket.json().path("code").asString();
    List<Sample> samples = new ArrayList<>();
    samples.add(new Sample("askForHelp", ticket));
    samples.add(new Sample("askForHelp", engine.kiosk().post(requests, Map.of("id", "x"))));
    samples.add(new Sample("helpRequests", phone.api().get(requests + "?status=open")));
    samples.add(new Sample("helpRequests", engine.leader().get(requests)));
    samples.add(
        new Sample(
            "helpRequestStream",
            phone.api().head("GET", requests + "/stream", BodyPublishers.noBody())));
    samples.add(new Sample("helpContact", phone.api().get(request + "/contact")));
    for (String act : List.of("claim", "release", "claim")) {
      samples.add(new Sample(act + "HelpRequest", phone.api().post(request + "/" + act, "{}")));
    }
    Phone loser = engine.phone("T02");
    samples.add(new Sample("claimHelpRequest", loser.api().post(request + "/claim", "")));
    samples.add(new Sample("helpContact", phone.api().get(request + "/contact")));
    samples.add(
        new Sample(
            "readHelpContact",
            engine.leader().post(request + "/contact", Map.of("reason", "call-back"))));
    samples.add(new Sample("closeHelpRequest", phone.api().post(request + "/close", "{}")));
    for (Api asker : List.of(engine.kiosk(), phone.api(), engine.leader())) {
      samples.add(new Sample("helpRequest", asker.get(request)));
    }
    samples.add(new Sample("helpRequest", engine.kiosk().get(requests + "/TN-00000000")));
    samples.addAll(tickets(order, ticket));
    samples.add(
        new Sample(
            "takeInBackup",
            engine
                .leader()
                .post("/api/v1/teams/T01/backups", Api.batch(List.of(Item.at(NOW))).toString())));
    samples.add(
        new Sample("takeInBackup", engine.leader().post("/api/v1/teams/T01/backups", "{}")));
    return samples;
  }

  /** What the holder of a ticket that is closed, and of another, may do; what leaders may. */
  private List<Sample> tickets(Map<String, Object> order, Answer closed) {
    String requests = "/api/v1/help-requests/";
    Map<String, Object> again = new HashMap<>(order);
    again.put("id", Item.newId());
    again.put("when", "evening");
    again.put("guardian", true);
    again.put("groups", List.of("elderly"));
    Answer ticket = engine.kiosk().post("/api/v1/help-requests", again);
    String request = requests + ticket.json().path("code").asString();
    Map<String, Object> secret = Map.of("secret", ticket.json().path("secret").asString());
    Map<String, Object> pin = Map.of("pin", ticket.json().path("pin").asString());
    Map<String, Object> change = new HashMap<>(secret);
    change.put("when", "morning");
    change.put("contact", Map.of("phone", "0987654321"));
    Map<String, Object> day = Map.of("from", NOW, "to", "2099-01-01T00:00:00+07:00");
    Map<String, Object> stars = new HashMap<>();
    stars.put("secret", closed.json().path("secret").asString());
    stars.put("stars", 5);
    String rating = requests + closed.json().path("code").asString() + "/rating";
    again.put("id", Item.newId());
    Answer another = engine.kiosk().post("/api/v1/help-requests", again);
    String struck = requests + another.json().path("code").asString();
    Api anybody = engine.anybody();
    Map<String, Object> own = new HashMap<>(secret);
    own.put("code", ticket.json().path("code").asString());
    return List.of(
        new Sample("ticketPage", anybody.get("/t")),
        new Sample("ownTicket", anybody.post("/api/v1/tickets", own)),
        new Sample(
            "ownTicket", anybody.post("/api/v1/tickets", Map.of("code", "TN-0", "secret", "x"))),
        new Sample("askForHelp", ticket),
        new Sample("unlockHelpRequest", engine.kiosk().post(request + "/unlock", pin)),
        new Sample(
            "unlockHelpRequest", engine.kiosk().post(request + "/unlock", Map.of("pin", "x"))),
        new Sample("changeHelpRequest", engine.kiosk().post(request + "/change", change)),
        new Sample("changeHelpRequest", engine.kiosk().post(request + "/change", Map.of("a", 1))),
        new Sample(
            "reassignHelpRequest",
            engine.leader().post(request + "/reassign", Map.of("team", "T03"))),
        new Sample(
            "reassignHelpRequest",
            engine.leader().post(request + "/reassign", Map.of("team", "T99"))),
        new Sample("findAffected", engine.leader().post("/api/v1/affected", day)),
        new Sample("findAffected", engine.leader().post("/api/v1/affected", Map.of("from", NOW))),
        new Sample("exportProcessing", engine.leader().get("/api/v1/processing.csv?from=x")),
        new Sample("exportProcessing", engine.leader().get("/api/v1/processing.csv")),
        new Sample("ownData", anybody.post("/api/v1/tickets/data", own)),
        new Sample(
            "ownData", anybody.post("/api/v1/tickets/data", Map.of("code", "TN-0", "secret", "x"))),
        new Sample("withdrawOwnGroups", anybody.post("/api/v1/tickets/withdraw-groups", own)),
        new Sample(
            "withdrawOwnGroups",
            anybody.post("/api/v1/tickets/withdraw-groups", Map.of("code", "TN-0", "secret", "x"))),
        new Sample("withdrawGroups", engine.leader().post(request + "/withdraw-groups", "{}")),
        new Sample(
            "withdrawGroups", engine.leader().post(requests + "TN-00000000/withdraw-groups", "")),
        new Sample(
            "withdrawHelpRequest",
            engine.kiosk().post(request + "/withdraw", Map.of("secret", "x"))),
        new Sample("withdrawHelpRequest", engine.kiosk().post(request + "/withdraw", secret)),
        new Sample("withdrawOwnTicket", anybody.post("/api/v1/tickets/withdraw", own)),
        new Sample("changeHelpRequest", engine.kiosk().post(request + "/change", change)),
        new Sample("helpContact", engine.leader().get(request + "/contact")),
        new Sample(
            "readHelpContact",
            engine.leader().post(request + "/contact", Map.of("reason", "bored"))),
        new Sample("readContactReadings", engine.leader().get("/api/v1/contact-readings")),
        new Sample("rateHelpRequest", engine.kiosk().post(rating, stars)),
        new Sample(
            "helpRequest", engine.leader().get(requests + closed.json().path("code").asString())),
        new Sample(
            "cancelHelpRequest",
            engine.leader().post(struck + "/cancel", Map.of("reason", "double"))),
        new Sample(
            "cancelHelpRequest",
            engine.leader().post(struck + "/cancel", Map.of("reason", "bored"))),
        new Sample("finishHelpRequest", engine.leader().post(struck + "/finish", "{}")),
        new Sample("finishHelpRequest", engine.leader().post(struck + "/finish", Map.of("a", 1))),
        new Sample("helpRequest", engine.kiosk().get(struck)));
  }

  private List<Sample> screens() {
    String screens = "/api/v1/screens";
    Map<String, String> mine = Map.of("secret", "only-this-screen-has-this-secret");
    Answer offered = engine.kiosk().post(screens, mine);
    String screen = screens + "/" + offered.json().path("screen").asString();
    return List.of(
        new Sample("presentScreen", offered),
        new Sample(
            "acceptScreen",
            engine.leader().post(screen + "/accept", Map.of("place", "Nhà văn hóa mẫu"))),
        new Sample("acceptScreen", engine.leader().post(screens + "/222222/accept", "")),
        new Sample("presentScreen", engine.kiosk().post(screens, mine)),
        new Sample("revokeScreen", engine.leader().delete(screen)),
        new Sample("readScreens", engine.leader().get(screens)),
        new Sample("presentScreen", engine.kiosk().post(screens, Map.of("secret", "short"))));
  }

  private List<Sample> learning() {
    Api anybody = engine.anybody();
    Api leader = engine.leader();
    Map<String, Object> lesson =
        Map.of(
            "title", "Nhận biết lừa đảo",
            "hamlet", "co-giao",
            "place", "Nhà văn hóa thôn",
            "startsAt", "2025-08-25T19:30:00+07:00",
            "endsAt", "2025-08-25T21:00:00+07:00",
            "seats", 1);
    Answer made = leader.post("/api/v1/classes", lesson);
    String session = "/api/v1/classes/" + made.json().path("id").asString();
    Map<String, Object> order =
        Map.of(
            "id", Item.newId(),
            "contact", Map.of("name", "Người mẫu 1", "phone", "0912345678"),
            "consent", Map.of("textVersion", "kiosk-class-2026-11", "at", NOW));
    Answer slip = engine.kiosk().post(session + "/enrolments", order);
    Map<String, Object> late = new HashMap<>(order);
    late.put("id", Item.newId());
    String seat = session + "/enrolments/" + slip.json().path("enrolment").asString();
    Map<String, String> secret = Map.of("secret", slip.json().path("secret").asString());
    List<Sample> samples = new ArrayList<>();
    samples.add(new Sample("scheduleClass", made));
    samples.add(new Sample("scheduleClass", leader.post("/api/v1/classes", Map.of("a", 1))));
    samples.add(new Sample("enrolInClass", slip));
    samples.add(new Sample("enrolInClass", engine.kiosk().post(session + "/enrolments", late)));
    samples.add(new Sample("readEnrolments", leader.get(session + "/enrolments")));
    samples.add(
        new Sample(
            "readAttendees", leader.post(session + "/attendees", Map.of("reason", "class"))));
    samples.add(new Sample("readClasses", anybody.get("/api/v1/classes?hamlet=co-giao")));
    samples.add(
        new Sample(
            "erasePersonalData", leader.post("/api/v1/erasures", Map.of("phone", "0912345678"))));
    samples.add(new Sample("erasePersonalData", leader.post("/api/v1/erasures", Map.of())));
    samples.add(new Sample("readEnrolments", leader.get(session + "/enrolments")));
    samples.add(
        new Sample("giveSeatBack", engine.kiosk().post(seat + "/withdraw", Map.of("secret", "x"))));
    samples.add(new Sample("giveSeatBack", engine.kiosk().post(seat + "/withdraw", secret)));
    samples.add(new Sample("giveSeatBack", leader.post(seat + "/withdraw", "")));
    samples.add(new Sample("changeClass", leader.post(session + "/change", Map.of("seats", 9))));
    samples.add(new Sample("cancelClass", leader.post(session + "/cancel", "")));
    samples.add(new Sample("changeClass", leader.post(session + "/change", Map.of("seats", 8))));
    samples.add(new Sample("readClasses", anybody.get("/api/v1/classes?past=true")));
    samples.add(new Sample("readTeam", anybody.get("/api/v1/teams/T01")));
    samples.add(new Sample("readTeam", anybody.get("/api/v1/teams/T99")));
    samples.add(new Sample("readGuides", anybody.get("/api/v1/guides")));
    samples.add(new Sample("readGuide", anybody.get("/api/v1/guides/tra-cuu")));
    samples.add(new Sample("readGuide", anybody.get("/api/v1/guides/nothing")));
    samples.add(new Sample("guidePage", anybody.get("/g/tra-cuu")));
    samples.add(new Sample("guidePage", anybody.get("/g/nothing")));
    return samples;
  }

  private List<Sample> problems() {
    Api anybody = engine.anybody();
    Phone phone = engine.phone("T03");
    Map<String, Integer> unknown = Map.of("surprise", 1);
    return List.of(
        new Sample("checkIn", anybody.post("/api/v1/check-ins", "{}")),
        new Sample("checkIn", phone.api().post("/api/v1/check-ins", unknown)),
        new Sample("checkIn", engine.leader().post("/api/v1/check-ins", "{}")),
        new Sample("checkIn", phone.api().post("/api/v1/check-ins", " ".repeat(1024 * 1024 + 1))),
        new Sample("readLatestCheckIns", phone.api().get("/api/v1/check-ins?limit=0")),
        new Sample("voidCheckIn", phone.api().voided(Item.at(NOW), "mistake")),
        new Sample("voidCheckIn", phone.api().voided(Item.at(NOW), "bored")),
        new Sample("signIn", anybody.post("/api/v1/sessions", unknown)),
        new Sample("enrol", anybody.enrol("wrong")),
        new Sample("enrol", anybody.post("/api/v1/devices", unknown)),
        new Sample(
            "makeEnrolmentCode",
            engine.leader().post("/api/v1/teams/T99/enrolment-codes", Map.of())),
        new Sample(
            "makeEnrolmentCode",
            engine.leader().post("/api/v1/teams/T01/enrolment-codes", Map.of("uses", 0))),
        new Sample("revokeDevice", engine.leader().delete("/api/v1/devices/" + Item.newId())),
        new Sample("readNodes", phone.api().get("/api/v1/nodes")),
        new Sample("recount", anybody.get("/api/v1/recount")));
  }
}
