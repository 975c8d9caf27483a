package vn.gocua.kiosk.desk.phones;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.QueryParameters;
import java.util.List;
import vn.gocua.kiosk.desk.data.Overview;
import vn.gocua.kiosk.desk.frame.DeskContext;
import vn.gocua.kiosk.desk.frame.DeskLinks;
import vn.gocua.kiosk.desk.frame.DeskPage;
import vn.gocua.kiosk.desk.kit.ButtonRow;
import vn.gocua.kiosk.desk.kit.Panel;
import vn.gocua.kiosk.desk.phones.list.EnrolDialog;
import vn.gocua.kiosk.desk.phones.list.PhoneActs;
import vn.gocua.kiosk.desk.phones.list.PhonesGrid;
import vn.gocua.kiosk.desk.team.TeamPage;
import vn.gocua.protocol.access.DeviceList;
import vn.gocua.protocol.campaign.CampaignInfo;

/** All phones: enrolling one or all, revoking, uploading a backup. */
@SuppressWarnings("serial") // Sessions live and end in this process.
public final class PhonesPage extends DeskPage {
  private final Select<CampaignInfo.Team> team = new Select<>();
  private final PhonesGrid phones;
  private List<CampaignInfo.Team> teams = List.of();

  public PhonesPage(DeskContext desk) {
    super(desk, "phones");
    PhoneActs acts = new PhoneActs(desk, session, texts, this::attempt, this::say, this::openSent);
    phones = new PhonesGrid(texts, desk.clock(), true, acts);
    team.setLabel(texts.get("phones.ofTeam"));
    team.setItemLabelGenerator(t -> t == null ? "" : t.name());
    add(
        new Panel(
            texts.get("phones.new"),
            Panel.text(texts.get("phones.new.text")),
            new ButtonRow(
                team,
                ButtonRow.primary(texts.get("phones.enrol"), this::enrol),
                new Button(texts.get("backup.open"), _ -> takeIn()),
                new Anchor(DeskLinks.path(EnrolmentSheetPage.class), texts.get("sheet.open")))),
        phones);
  }

  @Override
  protected void show(Overview overview) {
    List<CampaignInfo.Team> now = overview.campaign().teams();
    if (!now.equals(teams)) {
      teams = now;
      team.setItems(now);
      now.stream().findFirst().ifPresent(team::setValue);
    }
    phones.show(overview, overview.data().devices());
  }

  private void enrol() {
    CampaignInfo.Team chosen = team.getValue();
    if (chosen != null) {
      attempt(() -> new EnrolDialog(desk, session, texts, chosen.code()).open());
    }
  }

  private void takeIn() {
    CampaignInfo.Team chosen = team.getValue();
    if (chosen != null) {
      new BackupDialog(desk, session, texts, chosen, this::reason).open();
    }
  }

  /** What it sent is on its team's page. */
  private void openSent(DeviceList.Row phone) {
    getUI()
        .ifPresent(ui ->
            ui.navigate(
                DeskLinks.path(TeamPage.class, "team", phone.team()),
                QueryParameters.of(TeamPage.PHONE, phone.device())));
  }
}
