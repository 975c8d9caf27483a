package vn.gocua.engine.roster;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import vn.gocua.base.text.FoldedText;
import vn.gocua.base.text.Texts;
import vn.gocua.engine.campaign.Campaign;
import vn.gocua.engine.campaign.CodedName;
import vn.gocua.engine.campaign.TeamRow;
import vn.gocua.engine.export.ExportRoutes;
import vn.gocua.engine.http.HeavyWork;
import vn.gocua.engine.http.api.Api;
import vn.gocua.engine.http.api.Call;
import vn.gocua.engine.http.api.Download;
import vn.gocua.engine.rights.Permission;
import vn.gocua.engine.table.CsvWriter;
import vn.gocua.engine.table.TableReader;
import vn.gocua.engine.table.TableWriter;
import vn.gocua.engine.table.UnreadableTable;
import vn.gocua.engine.table.XlsxWriter;
import vn.gocua.protocol.campaign.CampaignReason;
import vn.gocua.protocol.campaign.RosterEndpoints;
import vn.gocua.protocol.campaign.RosterInfo;
import vn.gocua.protocol.campaign.RosterOrder;
import vn.gocua.protocol.refusal.Refusal;

/** Teams and hamlets over HTTP: leaders read them, admins change them. */
final class RosterRoutes {
  private final Campaign campaign;
  private final RosterService service;
  private final Supplier<Map<String, Integer>> load;
  private final ToLongFunction<String> checkIns;

  /**
   * @param load open help requests by team
   * @param checkIns how many a team has
   */
  RosterRoutes(
      Campaign campaign,
      RosterService service,
      Supplier<Map<String, Integer>> load,
      ToLongFunction<String> checkIns) {
    this.campaign = campaign;
    this.service = service;
    this.load = load;
    this.checkIns = checkIns;
  }

  void mount(Api api) {
    api.on(RosterEndpoints.READ).may(Permission.READ_ROSTER).instant(_ -> view());
    api.on(RosterEndpoints.XLSX)
        .may(Permission.READ_ROSTER)
        .file((call, out) -> write(call, out, "xlsx"));
    api.on(RosterEndpoints.CSV)
        .may(Permission.READ_ROSTER)
        .file((call, out) -> write(call, out, "csv"));
    api.on(RosterEndpoints.PREVIEW).may(Permission.CHANGE_ROSTER).blocking(this::preview);
    api.on(RosterEndpoints.CHANGE).may(Permission.CHANGE_ROSTER).large().blocking(this::change);
  }

  private RosterInfo view() {
    return new RosterInfo(
        campaign.rosterVersion(),
        campaign.overlay().changes(),
        campaign.teams().values().stream().map(team -> TeamRow.of(team).told()).toList(),
        campaign.hamlets().stream().map(CodedName::named).toList(),
        campaign.formerTeams().values().stream()
            .map(t -> new RosterInfo.Former(t.code(), t.name(), checkIns.applyAsLong(t.code())))
            .toList());
  }

  private void write(Call<?> call, Download file, String ending) throws IOException {
    Texts texts = call.texts("tables");
    List<String> headings = RosterTable.headings(texts);
    file.as(
        ending.equals("csv") ? ExportRoutes.CSV : ExportRoutes.XLSX,
        texts.get("roster.file") + "." + ending);
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
  }

  private RosterInfo.Preview preview(Call<?> call) {
    byte[] file = call.bytes();
    if (file.length == 0) {
      throw Refusal.of(CampaignReason.ROSTER_FILE_UNREADABLE);
    }
    Texts texts = call.texts("api");
    return HeavyWork.done(() -> previewed(file, texts));
  }

  private RosterInfo.Preview previewed(byte[] file, Texts texts) {
    String basis = campaign.rosterVersion();
    try {
      return PreviewAnswer.of(
          basis, RosterImport.compare(campaign.edition(), TableReader.sheets(file)), texts);
    } catch (UnreadableTable e) {
      throw refused(e.why());
    }
  }

  private static Refusal refused(UnreadableTable.Why why) {
    return switch (why) {
      case BROKEN -> Refusal.of(CampaignReason.ROSTER_FILE_UNREADABLE);
      case TOO_LARGE ->
          Refusal.of(
              CampaignReason.ROSTER_FILE_TOO_LARGE,
              TableReader.MOST_ROWS,
              TableReader.MOST_COLUMNS);
      case OLD_EXCEL -> Refusal.of(CampaignReason.ROSTER_FILE_OLD_EXCEL);
      case ENCRYPTED -> Refusal.of(CampaignReason.ROSTER_FILE_ENCRYPTED);
      case OTHER_EXCEL -> Refusal.of(CampaignReason.ROSTER_FILE_OTHER_EXCEL);
      case OPEN_DOCUMENT -> Refusal.of(CampaignReason.ROSTER_FILE_OPEN_DOCUMENT);
      case NOT_UNICODE -> Refusal.of(CampaignReason.ROSTER_FILE_NOT_UNICODE);
    };
  }

  private RosterInfo change(Call<RosterOrder> call) {
    service.change(wanted(call.body()), call.by(), call.now(), load);
    return view();
  }

  private static RosterService.RosterChange wanted(RosterOrder order) {
    return new RosterService.RosterChange(
        order.basis(),
        listed(order.teams()).stream().map(RosterRoutes::team).toList(),
        listed(order.teamsRemoved()),
        listed(order.hamlets()).stream()
            .map(h -> new CodedName(h.code(), FoldedText.kept(h.name())))
            .toList(),
        listed(order.hamletsRemoved()));
  }

  private static <T> List<T> listed(@Nullable List<T> list) {
    return list == null ? List.of() : list;
  }

  private static TeamRow team(RosterOrder.Team team) {
    return new TeamRow(
        team.code(),
        FoldedText.kept(team.name()),
        team.members(),
        listed(team.hamlets()).stream().distinct().toList(),
        RosterRules.plainOrNull(team.hall()),
        RosterRules.plainOrNull(team.hours()),
        RosterRules.plainOrNull(team.phone()));
  }
}
