package vn.gocua.kiosk.desk.screens;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.gocua.kiosk.desk.data.Overview;
import vn.gocua.kiosk.desk.frame.DeskContext;
import vn.gocua.kiosk.desk.frame.DeskPage;
import vn.gocua.kiosk.desk.kit.ButtonRow;
import vn.gocua.kiosk.desk.kit.Panel;
import vn.gocua.kiosk.desk.kit.RowButtons;
import vn.gocua.kiosk.desk.kit.RowList;
import vn.gocua.kiosk.desk.kit.TitleAndDetail;
import vn.gocua.kiosk.screen.Dom;
import vn.gocua.protocol.content.GuideEndpoints;
import vn.gocua.protocol.content.GuideList;
import vn.gocua.protocol.content.ScreenAcceptance;
import vn.gocua.protocol.content.ScreenEndpoints;
import vn.gocua.protocol.content.ScreenList;

/** Screens that residents use: each shows a code until a leader lets it serve. */
@SuppressWarnings("serial") // Sessions live and end in this process.
public final class ScreensPage extends DeskPage {
  private static final Duration SPARING = Duration.ofSeconds(3);

  private final TextField code = new TextField();
  private final TextField place = new TextField();
  private final RowList<ScreenList.Row> list;
  private final Paragraph guidesText = new Paragraph("");
  private final RowList<GuideList.Row> guides;
  private Instant listedAt = Instant.MIN;
  private @Nullable Overview shown;

  public ScreensPage(DeskContext desk) {
    super(desk, "screens");
    code.setLabel(texts.get("screens.code"));
    place.setLabel(texts.get("screens.place"));
    place.setMaxLength(60);
    list = new RowList<>(texts.get("screens.none"), this::item);
    guides = new RowList<>(texts.get("screens.guides.all"), this::guide);
    add(
        new Panel(
            Panel.text(texts.get("screens.text")),
            new ButtonRow(
                code, place, ButtonRow.primary(texts.get("screens.accept"), this::accept))),
        new Panel(texts.get("screens.list"), list),
        new Panel(
            texts.get("screens.guides"),
            guidesText,
            guides,
            Panel.text(texts.get("screens.guides.how"))));
  }

  @Override
  protected void show(Overview overview) {
    shown = overview;
    Instant now = desk.clock().instant();
    if (!now.isBefore(listedAt.plus(SPARING))) {
      listedAt = now;
      attempt(this::list);
    }
  }

  private void list() {
    list.showIfChanged(desk.engine().call(session.caller(), ScreenEndpoints.READ).screens());
    List<GuideList.Row> all = desk.engine().call(session.caller(), GuideEndpoints.READ).guides();
    List<GuideList.Row> unchecked = all.stream().filter(g -> g.lastChecked() == null).toList();
    Dom.text(guidesText, texts.get("screens.guides.text", unchecked.size(), all.size()));
    guides.showIfChanged(unchecked);
  }

  /** A guide to compare, as phones show it. */
  private ListItem guide(GuideList.Row row) {
    Anchor open = new Anchor(row.url(), row.title());
    open.setTarget("_blank");
    ListItem item = new ListItem(open);
    item.getElement().setAttribute("data-guide", row.slug());
    return item;
  }

  private ListItem item(ScreenList.Row row) {
    String where = row.place();
    String name = where == null || where.isBlank() ? row.screen() : row.screen() + " · " + where;
    String since =
        shown == null
            ? ""
            : texts.figures().date(row.offeredAt().atZone(shown.campaign().zone()).toLocalDate());
    String status =
        switch (row.status()) {
          case "accepted", "revoked" -> row.status();
          default -> "other";
        };
    boolean serves = row.status().equals("accepted");
    ListItem item =
        RowList.row(serves, new TitleAndDetail(name, texts.get("screens.status." + status, since)));
    if (serves) {
      item.add(
          new RowButtons(texts, row.screen()).danger("screens.revoke", () -> revoke(row.screen())));
    }
    return item;
  }

  private void accept() {
    String typed = code.getValue().strip();
    if (typed.isEmpty()) {
      trouble(texts.get("screens.codeFirst"));
      return;
    }
    ScreenAcceptance body =
        new ScreenAcceptance(place.getValue().isBlank() ? null : place.getValue().strip());
    if (attempt(() -> desk.engine().send(session.caller(), ScreenEndpoints.ACCEPT, body, typed))) {
      code.clear();
      place.clear();
      say(texts.get("screens.accepted"));
      attempt(this::list);
    }
  }

  private void revoke(String screen) {
    if (attempt(() -> desk.engine().call(session.caller(), ScreenEndpoints.REVOKE, screen))) {
      say(texts.get("screens.revoked"));
      attempt(this::list);
    }
  }
}
