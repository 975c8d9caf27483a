package vn.gocua.kiosk.desk.training;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import java.util.ArrayList;
import java.util.List;
import vn.gocua.kiosk.desk.chart.Table;
import vn.gocua.kiosk.desk.chart.TableView;
import vn.gocua.kiosk.desk.frame.DeskContext;
import vn.gocua.kiosk.desk.frame.DeskPage;
import vn.gocua.kiosk.desk.kit.ButtonRow;
import vn.gocua.kiosk.desk.kit.DeskFigures;
import vn.gocua.kiosk.desk.kit.Panel;
import vn.gocua.kiosk.screen.Dom;
import vn.gocua.protocol.body.Limits;
import vn.gocua.protocol.campaign.TrainingEndpoints;
import vn.gocua.protocol.campaign.TrainingInfo;
import vn.gocua.protocol.campaign.TrainingReport;

/** Training of the offices' staff: admins enter it, leaders read it. */
@SuppressWarnings("serial") // Sessions live and end in this process.
public final class TrainingPage extends DeskPage {
  private static final int MOST_PEOPLE = 100_000;

  private final Paragraph sum = new Paragraph("");
  private final Div bar = Dom.div("target-gauge");
  private final Div units = Dom.div("training-units");
  private final List<UnitFields> typed = new ArrayList<>();

  /** Fields of one unit. */
  private final class UnitFields extends Div {
    private final TextField name = new TextField();
    private final IntegerField trained = new IntegerField();
    private final IntegerField total = new IntegerField();

    UnitFields(TrainingInfo.Unit unit) {
      addClassName("training-unit");
      name.setLabel(texts.get("training.unit"));
      name.setMaxLength(Limits.TITLE);
      name.setValue(unit.name());
      trained.setLabel(texts.get("training.trained"));
      trained.setMin(0);
      trained.setMax(MOST_PEOPLE);
      trained.setValue(unit.trained());
      trained.setAutoselect(true);
      total.setLabel(texts.get("training.total"));
      total.setMin(1);
      total.setMax(MOST_PEOPLE);
      total.setAutoselect(true);
      if (unit.total() > 0) {
        total.setValue(unit.total());
      }
      Button away =
          new Button(
              "×",
              _ -> {
                typed.remove(this);
                units.remove(this);
              });
      away.setAriaLabel(texts.get("training.strike"));
      away.addThemeVariants(ButtonVariant.SMALL, ButtonVariant.TERTIARY);
      add(name, trained, total, away);
    }

    boolean blank() {
      return name.getValue().isBlank() && total.getValue() == null;
    }

    boolean complete() {
      Integer done = trained.getValue();
      Integer all = total.getValue();
      boolean right =
          !name.getValue().isBlank() && done != null && all != null && all > 0 && done <= all;
      getElement().setAttribute("data-wrong", String.valueOf(!right));
      return right;
    }

    TrainingReport.Staff staff() {
      return new TrainingReport.Staff(
          name.getValue().strip(), total.getValue(), trained.getValue());
    }
  }

  public TrainingPage(DeskContext desk) {
    super(desk, "training");
    heading(texts.get("training.title"), texts.get("training.text"));
    sum.addClassName("training-sum");
    bar.getElement().setAttribute("role", "img");
    Panel panel = new Panel(sum, bar, units);
    if (session.admin()) {
      Button more = new Button(texts.get("training.more"), _ -> addUnit());
      panel.add(new ButtonRow(more, ButtonRow.primary(texts.get("training.save"), this::save)));
    } else {
      panel.add(Panel.text(texts.get("training.adminsOnly")));
    }
    add(panel);
    attempt(() -> show(desk.engine().call(session.caller(), TrainingEndpoints.READ)));
  }

  private void show(TrainingInfo now) {
    Dom.text(
        sum,
        now.units().isEmpty()
            ? texts.get("training.none")
            : texts.get(
                "training.sum",
                now.trained(),
                now.total(),
                texts
                    .figures()
                    .percent(now.total() == 0 ? 0 : (double) now.trained() / now.total()),
                now.complete(),
                now.units().size()));
    Dom.visible(bar, !now.units().isEmpty());
    Dom.style(
        bar, "--reached", Dom.ratio(now.total() == 0 ? 0 : (double) now.trained() / now.total()));
    Dom.style(bar, "--due", "1");
    Dom.attribute(bar, "aria-label", sum.getText());
    units.removeAll();
    typed.clear();
    if (!session.admin()) {
      units.add(table(now));
      return;
    }
    now.units().forEach(this::add);
    if (now.units().isEmpty()) {
      add(new TrainingInfo.Unit("", 0, 0));
    }
  }

  private TableView table(TrainingInfo now) {
    List<List<Object>> rows = new ArrayList<>();
    for (TrainingInfo.Unit unit : now.units()) {
      rows.add(
          List.of(
              unit.name(),
              unit.trained(),
              unit.total(),
              DeskFigures.percent(texts, (double) unit.trained() / unit.total())));
    }
    return new TableView(
        texts,
        new Table(
            List.of(
                texts.get("training.unit"),
                texts.get("training.trained"),
                texts.get("training.total"),
                texts.get("training.share")),
            rows));
  }

  private UnitFields add(TrainingInfo.Unit unit) {
    UnitFields fields = new UnitFields(unit);
    typed.add(fields);
    units.add(fields);
    return fields;
  }

  private void addUnit() {
    add(new TrainingInfo.Unit("", 0, 0)).name.focus();
  }

  private void save() {
    List<UnitFields> meant = typed.stream().filter(u -> !u.blank()).toList();
    long wrong = meant.stream().filter(u -> !u.complete()).count();
    if (wrong > 0) {
      trouble(texts.get("training.wrong"));
      return;
    }
    TrainingReport report = new TrainingReport(meant.stream().map(UnitFields::staff).toList());
    attempt(() -> {
      show(desk.engine().send(session.caller(), TrainingEndpoints.REPORT, report));
      say(texts.get("training.saved"));
      desk.poller().refresh();
    });
  }
}
