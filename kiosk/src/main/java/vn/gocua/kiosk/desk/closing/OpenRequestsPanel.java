package vn.gocua.kiosk.desk.closing;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.gocua.base.text.Texts;
import vn.gocua.kiosk.desk.data.Overview;
import vn.gocua.kiosk.desk.kit.ButtonRow;
import vn.gocua.kiosk.desk.kit.Panel;
import vn.gocua.kiosk.desk.kit.RowList;
import vn.gocua.kiosk.desk.kit.TitleAndDetail;
import vn.gocua.protocol.campaign.ClosingOrder;
import vn.gocua.protocol.help.HelpRequestList;

/** The help requests that are open when the campaign is closed, and what becomes of each. */
@SuppressWarnings("serial") // Sessions live and end in this process.
final class OpenRequestsPanel extends Div {
  private static final String END = "end";
  private static final String LEAVE = "leave";

  /** Rows shown; what becomes of more is decided for all at once. */
  private static final int MOST = 100;

  private final Texts texts;
  private final Paragraph count = new Paragraph();
  private final RowList<HelpRequestList.Row> rows = new RowList<>("", this::row);
  private final Map<String, String> chosen = new HashMap<>();
  private @Nullable String others;
  private @Nullable Overview shown;
  private List<HelpRequestList.Row> listed = List.of();

  OpenRequestsPanel(Texts texts) {
    this.texts = texts;
    addClassName("closing-requests");
    setVisible(false);
    add(
        Panel.heading(texts.get("closing.requests")),
        count,
        Panel.text(texts.get("closing.requests.text")),
        new ButtonRow(
            new Button(texts.get("closing.requests.all.end"), _ -> chooseAll(END)),
            new Button(texts.get("closing.requests.all.leave"), _ -> chooseAll(LEAVE))),
        rows);
  }

  /** Shows the requests that are open now; a choice that was made stays. */
  void show(Overview overview) {
    List<HelpRequestList.Row> now = overview.data().requests();
    if (shown == null || !now.equals(listed)) {
      shown = overview;
      listed = now;
      now.stream()
          .filter(HelpRequestList.Row::isLeft)
          .forEach(row -> chosen.putIfAbsent(row.code(), LEAVE));
      draw();
    }
  }

  private void draw() {
    setVisible(!listed.isEmpty());
    count.setText(
        texts.get(
            listed.size() > MOST ? "closing.requests.many" : "closing.requests.count",
            texts.figures().count(listed.size()),
            texts.figures().count(MOST)));
    rows.show(listed.subList(0, Math.min(MOST, listed.size())));
  }

  private void chooseAll(String what) {
    others = what;
    chosen.clear();
    draw();
  }

  private ListItem row(HelpRequestList.Row row) {
    Select<String> choice = new Select<>();
    choice.setItems(END, LEAVE);
    choice.setItemLabelGenerator(each -> texts.get("closing.requests." + each));
    choice.setWidth("17rem");
    choice.setPlaceholder(texts.get("closing.requests.choose"));
    choice.setAriaLabel(texts.get("closing.requests.of", row.code()));
    String already = decision(row.code());
    if (already != null) {
      choice.setValue(already);
    }
    choice.addValueChangeListener(e -> chosen.put(row.code(), e.getValue()));
    ListItem item = RowList.row(new TitleAndDetail(row.code(), about(row)), choice);
    item.getElement().setAttribute("data-code", row.code());
    return item;
  }

  private @Nullable String decision(String code) {
    String own = chosen.get(code);
    return own == null ? others : own;
  }

  private String about(HelpRequestList.Row row) {
    if (shown == null) {
      return "";
    }
    String team = shown.campaign().teamName(row.team());
    return String.join(
        " · ",
        row.activityName(shown.campaign()::activityName),
        row.hamletName(shown.campaign()::hamletName),
        row.waitsForLeader()
            ? texts.get("requests.noTeam")
            : texts.get(row.open() ? "requests.waits" : "requests.has", team));
  }

  /** Whether each open request has its choice. */
  boolean isDecided() {
    return listed.stream().allMatch(row -> decision(row.code()) != null);
  }

  /** Number of requests that end without help. */
  long ending() {
    return listed.stream().filter(row -> END.equals(decision(row.code()))).count();
  }

  /** The choices; null if there is no open request. */
  ClosingOrder.@Nullable OpenRequests order() {
    if (listed.isEmpty()) {
      return null;
    }
    List<String> end = new ArrayList<>();
    List<String> leave = new ArrayList<>();
    chosen.forEach((code, what) -> (what.equals(END) ? end : leave).add(code));
    return new ClosingOrder.OpenRequests(end, leave, others);
  }
}
