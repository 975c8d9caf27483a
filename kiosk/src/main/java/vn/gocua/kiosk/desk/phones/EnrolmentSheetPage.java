package vn.gocua.kiosk.desk.phones;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.gocua.kiosk.desk.data.Overview;
import vn.gocua.kiosk.desk.frame.DeskContext;
import vn.gocua.kiosk.desk.frame.DeskLinks;
import vn.gocua.kiosk.desk.frame.DeskPage;
import vn.gocua.kiosk.desk.kit.ButtonRow;
import vn.gocua.kiosk.desk.kit.Panel;
import vn.gocua.kiosk.desk.kit.QrPicture;
import vn.gocua.kiosk.screen.Dom;
import vn.gocua.protocol.access.AccessEndpoints;
import vn.gocua.protocol.access.EnrolmentCodeInfo;
import vn.gocua.protocol.access.NewCode;
import vn.gocua.protocol.campaign.CampaignInfo;

/** A code for every team on one sheet of A4, to cut up and hand out before the campaign begins. */
@SuppressWarnings("serial") // Sessions live and end in this process.
public final class EnrolmentSheetPage extends DeskPage {
  private final Select<Integer> hours = new Select<>();
  private final Select<Integer> uses = new Select<>();
  private final Div sheet = Dom.div("phones-sheet");
  private final Button print;
  private @Nullable Overview shown;

  public EnrolmentSheetPage(DeskContext desk) {
    super(desk, "sheet");
    hours.setLabel(texts.get("sheet.hours"));
    hours.setItems(2, 24, 72, 168);
    hours.setValue(24);
    hours.setItemLabelGenerator(h -> h < 48 ? texts.get("hours", h) : texts.get("days", h / 24));
    uses.setLabel(texts.get("sheet.uses"));
    uses.setItems(1, 2, 3, 4, 6, 8, 10);
    uses.setValue(6);
    Button make = new Button(texts.get("sheet.make"), e -> e.getSource().setEnabled(!make()));
    make.addThemeVariants(ButtonVariant.PRIMARY);
    make.setDisableOnClick(true); // Once made, a second sheet would only leave codes lying about.
    print = new Button(texts.get("sheet.print"), _ -> getElement().executeJs("window.print()"));
    print.setVisible(false);
    head()
        .add(
            Dom.div(
                "page-buttons",
                new Anchor(DeskLinks.path(PhonesPage.class), texts.get("sheet.back"))));
    Panel options =
        new Panel(Panel.text(texts.get("sheet.text")), new ButtonRow(uses, hours, make, print));
    options.addClassName("desk-no-print");
    add(options, sheet);
  }

  @Override
  protected void show(Overview overview) {
    shown = overview;
  }

  private boolean make() {
    Overview overview = shown;
    if (overview == null) {
      return false;
    }
    List<Div> cards = new ArrayList<>();
    boolean made =
        attempt(() -> {
          for (CampaignInfo.Team team : overview.campaign().teams()) {
            cards.add(card(overview.campaign(), team));
          }
        });
    if (made) {
      sheet.removeAll();
      cards.forEach(sheet::add);
      print.setVisible(true);
      print.focus();
    }
    return made;
  }

  private Div card(CampaignInfo campaign, CampaignInfo.Team team) {
    EnrolmentCodeInfo code =
        desk.engine()
            .send(
                session.caller(),
                AccessEndpoints.MAKE_CODE,
                new NewCode(uses.getValue(), hours.getValue()),
                team.code());
    Span name = Dom.span("phones-card-team");
    name.setText(team.name());
    Span typed = Dom.span("phones-card-code");
    typed.setText(code.code());
    Span until = Dom.span("phones-card-until");
    until.setText(
        texts.get(
            "sheet.until",
            texts.figures().clock(code.expiresAt(), campaign.zone()),
            texts.figures().date(code.expiresAt().atZone(campaign.zone()).toLocalDate())));
    return Dom.div(
        "phones-card",
        new QrPicture(code.url(), texts.get("enrol.qr", team.name())),
        Dom.div("phones-card-text", name, typed, until));
  }
}
