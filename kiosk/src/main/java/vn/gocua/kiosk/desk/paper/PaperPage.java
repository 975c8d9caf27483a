package vn.gocua.kiosk.desk.paper;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.gocua.base.text.FoldedText;
import vn.gocua.kiosk.desk.data.Overview;
import vn.gocua.kiosk.desk.frame.DeskContext;
import vn.gocua.kiosk.desk.frame.DeskLinks;
import vn.gocua.kiosk.desk.frame.DeskPage;
import vn.gocua.kiosk.desk.kit.Panel;
import vn.gocua.kiosk.desk.kit.Verdict;
import vn.gocua.kiosk.desk.kit.WidgetTexts;
import vn.gocua.kiosk.desk.team.TeamPage;
import vn.gocua.kiosk.screen.Dom;
import vn.gocua.protocol.body.Limits;
import vn.gocua.protocol.campaign.CampaignInfo;
import vn.gocua.protocol.campaign.CampaignInfo.Named;
import vn.gocua.protocol.checkin.CheckInEndpoints;
import vn.gocua.protocol.checkin.CheckInItem;
import vn.gocua.protocol.checkin.EnteredCheckIns;
import vn.gocua.protocol.checkin.VerdictList;

/**
 * Enters a team's paper sheet, also by the keyboard alone. Enter begins the next line, Ctrl+Enter
 * sends.
 */
@SuppressWarnings("serial") // Sessions live and end in this process.
public final class PaperPage extends DeskPage {
  private static final int MOST_LINES = 60;

  private final ComboBox<CampaignInfo.Team> team = new ComboBox<>();
  private final DatePicker day = new DatePicker();
  private final TextField number = new TextField();
  private final Select<PaperSheet.Part> part = new Select<>();
  private final Select<Named> hamlet = new Select<>();
  private final Div lines = Dom.div("paper-lines");
  private final Span sum = Dom.span("paper-sum");
  private final Verdict verdict = new Verdict();
  private final List<LineFields> typed = new ArrayList<>();
  private @Nullable CampaignInfo campaign;
  private int lastNumber;

  public PaperPage(DeskContext desk) {
    super(desk, "paper");
    heading(texts.get("paper.title"), texts.get("paper.text"));
    team.setLabel(texts.get("paper.team"));
    team.setItemLabelGenerator(CampaignInfo.Team::name);
    day.setLabel(texts.get("paper.day"));
    WidgetTexts.dates(texts, day);
    number.setLabel(texts.get("paper.sheet"));
    number.setMaxLength(20);
    number.setValue("1");
    number.setAutoselect(true);
    part.setLabel(texts.get("paper.part"));
    part.setItems(PaperSheet.Part.values());
    part.setItemLabelGenerator(p -> texts.get("paper.part." + p.code()));
    part.setValue(PaperSheet.Part.DAY);
    part.setHelperText(texts.get("paper.part.help"));
    hamlet.setLabel(texts.get("paper.hamlet"));
    hamlet.setEmptySelectionAllowed(true);
    hamlet.setEmptySelectionCaption(texts.get("paper.hamlet.none"));
    hamlet.setItemLabelGenerator(h -> h == null ? texts.get("paper.hamlet.none") : h.name());
    Button more = new Button(texts.get("paper.more"), _ -> addLine());
    Button send = new Button(texts.get("paper.send"), _ -> send());
    send.addThemeVariants(ButtonVariant.PRIMARY);
    send.addClickShortcut(Key.ENTER, KeyModifier.CONTROL);
    Button next = new Button(texts.get("paper.next"), _ -> nextSheet());
    lines
        .getElement()
        .addEventListener("keydown", _ -> addLine())
        .setFilter(
            "event.key === 'Enter' && !event.ctrlKey && event.target.closest('vaadin-integer-field,"
                + " vaadin-checkbox') !== null");
    add(
        new Panel(Dom.div("paper-head", team, day, number, part, hamlet)),
        new Panel(
            lines,
            Dom.div("paper-foot", sum, more, send, next),
            verdict,
            Panel.text(texts.get("paper.keys"))));
  }

  @Override
  protected void show(Overview overview) {
    if (campaign != null) {
      return;
    }
    campaign = overview.campaign();
    team.setItems((t, typed) -> FoldedText.holds(t.name(), typed), campaign.teams());
    hamlet.setItems(campaign.hamletList());
    LocalDate first = campaign.startDate();
    LocalDate last = campaign.dateOf(Math.clamp(overview.board().day(), 1, campaign.days()));
    day.setMin(first);
    day.setMax(last);
    // While the day itself is open, the form offers none: a person reads it from the paper.
    if (overview.board().clock() == null || !overview.board().clock().leavesTheDayOpen()) {
      day.setValue(last);
    }
    addLine();
    team.focus();
  }

  private void addLine() {
    if (campaign == null || typed.size() >= MOST_LINES) {
      return;
    }
    LineFields last = typed.isEmpty() ? null : typed.getLast();
    if (last != null && last.blank()) {
      last.focus();
      return;
    }
    LineFields line = new LineFields(texts, campaign, ++lastNumber, this::strike, this::showSum);
    typed.add(line);
    lines.add(line);
    if (last != null) {
      line.focus();
    }
    showSum();
  }

  private void strike(LineFields line) {
    typed.remove(line);
    lines.remove(line);
    if (typed.isEmpty()) {
      addLine();
    }
    showSum();
  }

  private void showSum() {
    Dom.text(
        sum,
        texts.get(
            "paper.sum",
            typed.stream().mapToInt(LineFields::sumOfTimes).sum(),
            typed.stream().mapToInt(LineFields::sumOfPeople).sum()));
  }

  /** Fixes the head while lines are entered, until the next sheet begins. */
  private void fix(boolean fixed) {
    team.setReadOnly(fixed);
    day.setReadOnly(fixed);
    number.setReadOnly(fixed);
    part.setReadOnly(fixed);
    hamlet.setReadOnly(fixed);
  }

  private void nextSheet() {
    fix(false);
    lines.removeAll();
    typed.clear();
    lastNumber = 0;
    Dom.visible(verdict, false);
    String now = number.getValue().strip();
    number.setValue(now.matches("[0-9]{1,6}") ? String.valueOf(Integer.parseInt(now) + 1) : "");
    addLine();
    number.focus();
  }

  private void send() {
    CampaignInfo known = campaign;
    CampaignInfo.Team whose = team.getValue();
    if (known == null || whose == null || day.getValue() == null || number.getValue().isBlank()) {
      verdict.bad(texts.get("paper.headMissing"));
      return;
    }
    List<LineFields> toSend = typed.stream().filter(l -> !l.blank() && !l.kept()).toList();
    List<PaperSheet.Line> read = new ArrayList<>();
    toSend.forEach(l -> l.line().ifPresent(read::add));
    if (read.size() < toSend.size() || read.isEmpty()) {
      verdict.bad(texts.get(read.isEmpty() ? "paper.nothing" : "paper.someWrong"));
      return;
    }
    PaperSheet sheet =
        new PaperSheet(
            known.id(),
            whose.code(),
            day.getValue(),
            part.getValue(),
            number.getValue(),
            hamlet.getValue() == null ? null : hamlet.getValue().code());
    Overview now = overview();
    if (now != null && sheet.at(known.zone()).isAfter(now.now())) {
      verdict.bad(texts.get("paper.tooEarly"));
      return;
    }
    List<CheckInItem> items = new ArrayList<>();
    Map<String, Integer> lineOf = new HashMap<>();
    for (PaperSheet.Line line : read) {
      for (CheckInItem item : sheet.items(line, known.zone())) {
        items.add(item);
        lineOf.put(item.id(), line.number());
      }
    }
    if (items.size() > Limits.CHECK_INS) {
      verdict.bad(texts.get("paper.tooMany", Limits.CHECK_INS));
      return;
    }
    attempt(() -> {
      VerdictList answer =
          desk.engine()
              .send(
                  session.caller(),
                  CheckInEndpoints.ENTER,
                  EnteredCheckIns.of("paper", items),
                  whose.code());
      show(answer, toSend, lineOf, whose);
    });
  }

  private void show(
      VerdictList answer,
      List<LineFields> sent,
      Map<String, Integer> lineOf,
      CampaignInfo.Team whose) {
    for (LineFields line : sent) {
      List<VerdictList.Result> ofLine =
          answer.results().stream()
              .filter(
                  r -> Integer.valueOf(line.number()).equals(lineOf.get(String.valueOf(r.id()))))
              .toList();
      Optional<VerdictList.Result> bad = ofLine.stream().filter(r -> !r.counted()).findFirst();
      boolean fresh = ofLine.stream().anyMatch(r -> r.outcome().equals("accepted"));
      if (bad.isPresent()) {
        String why = bad.get().message();
        line.judged(
            bad.get().outcome(),
            bad.get().waits()
                ? texts.get("paper.later")
                : bad.get().outcome().equals("conflict") || why == null
                    ? texts.get("paper.conflict")
                    : why);
      } else if (!ofLine.isEmpty()) {
        line.judged(
            fresh ? "accepted" : "duplicate",
            texts.get(fresh ? "paper.accepted" : "paper.duplicate"));
      }
    }
    fix(typed.stream().anyMatch(LineFields::kept));
    long accepted = count(answer, "accepted");
    long known = count(answer, "duplicate");
    long not = answer.results().size() - accepted - known;
    verdict.tell(texts.get("paper.done", accepted, known, not, whose.name()), not > 0);
    Anchor see =
        new Anchor(
            DeskLinks.path(TeamPage.class, "team", whose.code()),
            texts.get("paper.see", whose.name()));
    verdict.add(new Span(" "), see);
    desk.poller().refresh();
  }

  private static long count(VerdictList answer, String outcome) {
    return answer.results().stream().filter(r -> r.outcome().equals(outcome)).count();
  }
}
