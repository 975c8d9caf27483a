package vn.gocua.engine.roster;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import vn.gocua.base.text.Texts;
import vn.gocua.engine.access.Guard;
import vn.gocua.engine.campaign.Campaign;
import vn.gocua.engine.campaign.CodedName;
import vn.gocua.engine.campaign.TeamRow;
import vn.gocua.engine.export.ExportRoutes;
import vn.gocua.engine.http.AcceptedLanguage;
import vn.gocua.engine.http.HeavyWork;
import vn.gocua.engine.http.api.Download;
import vn.gocua.engine.http.json.ApiJson;
import vn.gocua.engine.http.json.Brief;
import vn.gocua.engine.http.json.Fields;
import vn.gocua.engine.rights.Principal;
import vn.gocua.engine.table.CsvWriter;
import vn.gocua.engine.table.TableReader;
import vn.gocua.engine.table.TableWriter;
import vn.gocua.engine.table.UnreadableTable;
import vn.gocua.engine.table.XlsxWriter;
import vn.gocua.protocol.Reason;
import vn.gocua.protocol.Refusal;

/** Teams and hamlets over HTTP: leaders read them, admins change them. */
public final class RosterRoutes {
  private static final String ROSTER = "/api/v1/roster";
  private static final Set<String> TEAM =
      Set.of("code", "name", "members", "hamlets", "hall", "hours", "phone");

  private final Campaign campaign;
  private final RosterDesk desk;
  private final Supplier<Map<String, Integer>> load;
  private final ToLongFunction<String> checkIns;
  private final Runnable changed;
  private final Guard guard;
  private final Guard.Blocking blocking;
  private final Clock clock;

  /**
   * @param load open help requests by team
   * @param checkIns how many a team has
   * @param changed called after a change
   * @param clock the campaign's time
   */
  public RosterRoutes(
      Campaign campaign,
      RosterDesk desk,
      Supplier<Map<String, Integer>> load,
      ToLongFunction<String> checkIns,
      Runnable changed,
      Guard guard,
      Guard.Blocking blocking,
      Clock clock) {
    this.campaign = campaign;
    this.desk = desk;
    this.load = load;
    this.checkIns = checkIns;
    this.changed = changed;
    this.guard = guard;
    this.blocking = blocking;
    this.clock = clock;
  }

  public void mount(Router router) {
    router.get(ROSTER).handler(ctx -> guard.leader(ctx, (c, _) -> read(c)));
    router.get(ROSTER + ".xlsx").handler(ctx -> guard.leader(ctx, (c, _) -> file(c, "xlsx")));
    router.get(ROSTER + ".csv").handler(ctx -> guard.leader(ctx, (c, _) -> file(c, "csv")));
    router.post(ROSTER + "/previews").handler(ctx -> guard.admin(ctx, (c, _) -> preview(c)));
    router.post(ROSTER + "/changes").handler(ctx -> guard.admin(ctx, this::change));
  }

  private record Former(String code, String name, long checkIns) {}

  private record View(
      String basis,
      int changes,
      List<TeamRow> teams,
      List<CodedName> hamlets,
      List<Former> formerTeams) {}

  private View view() {
    return new View(
        campaign.rosterVersion(),
        campaign.overlay().changes(),
        campaign.teams().values().stream().map(TeamRow::of).toList(),
        campaign.hamlets(),
        campaign.formerTeams().values().stream()
            .map(t -> new Former(t.code(), t.name(), checkIns.applyAsLong(t.code())))
            .toList());
  }

  private void read(RoutingContext ctx) {
    ApiJson.answer(ctx, 200, view());
  }

  private void file(RoutingContext ctx, String ending) {
    Texts texts = Texts.of("tables", AcceptedLanguage.of(ctx));
    Download file =
        new Download(
            ctx,
            ending.equals("csv") ? ExportRoutes.CSV : ExportRoutes.XLSX,
            texts.get("roster.file") + "." + ending);
    blocking
        .run(() -> {
          write(file, texts, ending);
          return ending;
        })
        .onFailure(ctx::fail);
  }

  private void write(Download file, Texts texts, String ending) {
    List<String> headings = RosterTable.headings(texts);
    try {
      TableWriter writer =
          ending.equals("csv")
              ? new CsvWriter(file)
              : new XlsxWriter(file, texts.get("roster.sheet"), headings);
      if (ending.equals("csv")) {
        writer.row(headings);
      }
      for (List<? extends @Nullable Object> row : RosterTable.rows(campaign.edition())) {
        writer.row(row);
      }
      writer.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @JsonInclude(JsonInclude.Include.NON_NULL)
  private record Line(int line, String kind, @Nullable TeamRow before, @Nullable TeamRow after) {}

  private record Wrong(int line, String code, String message) {}

  private record Previewed(
      String basis,
      Map<String, Integer> counts,
      List<Line> rows,
      List<CodedName> newHamlets,
      List<Wrong> problems) {}

  private void preview(RoutingContext ctx) {
    Buffer body = ctx.body().buffer();
    if (body == null || body.length() == 0) {
      throw Refusal.invalid("roster-file-unreadable");
    }
    Texts texts = Texts.of("api", AcceptedLanguage.of(ctx));
    byte[] file = body.getBytes();
    blocking
        .run(() -> HeavyWork.done(() -> previewed(file, texts)))
        .onSuccess(previewed -> ApiJson.answer(ctx, 200, previewed))
        .onFailure(ctx::fail);
  }

  private Previewed previewed(byte[] file, Texts texts) {
    String basis = campaign.rosterVersion();
    try {
      RosterImport.Preview preview =
          RosterImport.compare(campaign.edition(), TableReader.rows(file));
      Map<String, Integer> counts = new LinkedHashMap<>();
      for (RosterImport.Kind kind : RosterImport.Kind.values()) {
        counts.put(kind.code(), 0);
      }
      preview.rows().forEach(row -> counts.merge(row.kind().code(), 1, Integer::sum));
      return new Previewed(
          basis,
          counts,
          preview.rows().stream()
              .map(r -> new Line(r.line(), r.kind().code(), r.before(), r.after()))
              .toList(),
          preview.newHamlets(),
          preview.flaws().stream()
              .map(f ->
                  new Wrong(
                      f.line(),
                      f.flaw().code(),
                      texts.get(f.flaw().code(), Brief.all(f.flaw().arguments()))))
              .toList());
    } catch (UnreadableTable e) {
      throw e.isTooLarge()
          ? Refusal.tooLarge(
              "roster-file-too-large", TableReader.MOST_ROWS, TableReader.MOST_COLUMNS)
          : Refusal.invalid("roster-file-unreadable");
    }
  }

  private void change(RoutingContext ctx, Principal.Leader admin) {
    ApiJson.largeBody(ctx, blocking::run, body -> change(ctx, body, admin));
  }

  private void change(RoutingContext ctx, ObjectNode body, Principal.Leader admin) {
    blocking
        .run(() -> {
          var _ = desk.change(wish(body), admin.username(), clock.instant(), load);
          changed.run();
          return view();
        })
        .onSuccess(view -> ApiJson.answer(ctx, 200, view))
        .onFailure(e ->
            ctx.fail(
                e instanceof RosterRefused refused
                    ? Refusal.of(
                        new Reason.Coded(
                            refused.flaw().code(),
                            refused.isMeanwhile() ? Reason.Kind.CONFLICT : Reason.Kind.INVALID),
                        refused.flaw().arguments().toArray())
                    : e));
  }

  private static RosterDesk.Wish wish(ObjectNode body) {
    Fields fields =
        new Fields(body, Set.of("basis", "teams", "teamsRemoved", "hamlets", "hamletsRemoved"));
    return new RosterDesk.Wish(
        fields.text("basis", 40),
        objects(body.get("teams"), "teams").stream().map(RosterRoutes::team).toList(),
        fields.texts("teamsRemoved", RosterRules.MOST_TEAMS, 40),
        objects(body.get("hamlets"), "hamlets").stream().map(RosterRoutes::hamlet).toList(),
        fields.texts("hamletsRemoved", RosterRules.MOST_TEAMS, 40));
  }

  private static List<ObjectNode> objects(@Nullable JsonNode node, String name) {
    List<ObjectNode> objects = new ArrayList<>();
    if (node == null || node.isNull()) {
      return objects;
    }
    if (!node.isArray() || node.size() > RosterRules.MOST_TEAMS) {
      throw Refusal.invalid("wrong-type", name);
    }
    for (JsonNode item : node) {
      if (!(item instanceof ObjectNode object)) {
        throw Refusal.invalid("wrong-type", name);
      }
      objects.add(object);
    }
    return objects;
  }

  private static TeamRow team(ObjectNode node) {
    Fields fields = new Fields(node, TEAM);
    return new TeamRow(
        fields.text("code", 40),
        RosterRules.plain(fields.text("name", 200)),
        fields.integer("members", 1, RosterRules.MOST_MEMBERS),
        fields.texts("hamlets", RosterRules.MOST_TEAMS, 40).stream().distinct().toList(),
        RosterRules.plainOrNull(fields.optionalText("hall", 500)),
        RosterRules.plainOrNull(fields.optionalText("hours", 500)),
        RosterRules.plainOrNull(fields.optionalText("phone", 60)));
  }

  private static CodedName hamlet(ObjectNode node) {
    Fields fields = new Fields(node, Set.of("code", "name"));
    return new CodedName(fields.text("code", 40), RosterRules.plain(fields.text("name", 200)));
  }
}
