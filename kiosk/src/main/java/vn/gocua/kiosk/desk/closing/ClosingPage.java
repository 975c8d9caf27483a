package vn.gocua.kiosk.desk.closing;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.server.streams.DownloadResponse;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;
import vn.gocua.kiosk.desk.data.Overview;
import vn.gocua.kiosk.desk.frame.DeskContext;
import vn.gocua.kiosk.desk.frame.DeskPage;
import vn.gocua.kiosk.desk.kit.ButtonRow;
import vn.gocua.kiosk.desk.kit.ConfirmDialog;
import vn.gocua.kiosk.desk.kit.DownloadLink;
import vn.gocua.kiosk.desk.kit.Panel;
import vn.gocua.kiosk.desk.kit.RowList;
import vn.gocua.kiosk.desk.kit.TitleAndDetail;
import vn.gocua.kiosk.screen.Dom;
import vn.gocua.protocol.campaign.CampaignEndpoints;
import vn.gocua.protocol.campaign.ClosingInfo;
import vn.gocua.protocol.campaign.ClosingOrder;
import vn.gocua.protocol.client.FetchedFile;
import vn.gocua.protocol.client.Query;

/** The end of a campaign in three steps: close, archive, prepare the next one. */
@SuppressWarnings("serial") // Sessions live and end in this process.
public final class ClosingPage extends DeskPage {
  private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("HH:mm dd/MM/yyyy");
  private static final int DEFAULT_LATE_HOURS = 72;
  private static final long LOOK_AGAIN_MS = 2_000;

  private final Span state = Dom.span("closing-state");
  private final Span what = Dom.span("row-detail");
  private final IntegerField late = new IntegerField();
  private final Button close = new Button();
  private final Button reopen;
  private final Button archive;
  private final ProgressBar working = new ProgressBar();
  private final Paragraph workText = new Paragraph("");
  private final RowList<ClosingInfo.Archive> archives = new RowList<>("", this::item);
  private final OpenRequestsPanel requests = new OpenRequestsPanel(texts);
  private @Nullable ClosingInfo ending;
  private long lookedAt;

  public ClosingPage(DeskContext desk) {
    super(desk, "closing");
    boolean admin = session.admin();
    late.setLabel(texts.get("closing.late"));
    late.setMin(0);
    late.setMax(720);
    late.setValue(DEFAULT_LATE_HOURS);
    late.setStepButtonsVisible(true);
    late.setWidth("15rem");
    close.addClickListener(_ -> confirmClose());
    close.addThemeVariants(ButtonVariant.PRIMARY);
    reopen = new Button(texts.get("closing.reopen"), _ -> confirmReopen());
    archive = ButtonRow.primary(texts.get("closing.archive"), this::archive);
    working.setIndeterminate(true);
    working.getElement().setAttribute("aria-label", texts.get("closing.making"));
    workText.getElement().setAttribute("role", "status");
    ButtonRow acts = new ButtonRow(late, close, reopen);
    acts.setVisible(admin);
    archive.setVisible(admin);
    add(
        panel(1, "close", Dom.div("closing-ending", state, what), requests, acts),
        panel(2, "archive", new ButtonRow(archive), working, workText, archives));
    if (admin) {
      add(panel(3, "next", new NextForm(desk, session, texts, this::trouble)));
    } else {
      add(new Paragraph(texts.get("closing.admins")));
    }
    load();
  }

  private Panel panel(int step, String key, Component... parts) {
    Panel panel =
        new Panel(
            texts.get("closing.step", step, texts.get("closing.step." + key)),
            Panel.text(texts.get("closing.step." + key + ".text")));
    panel.add(parts);
    return panel;
  }

  /** Another leader may close it meanwhile, and an archive takes long. */
  @Override
  protected void show(Overview overview) {
    long now = System.nanoTime() / 1_000_000;
    if (session.admin()) {
      requests.show(overview);
    }
    ClosingInfo known = ending;
    boolean waiting = known == null || known.work().equals("making");
    if (waiting && now - lookedAt > LOOK_AGAIN_MS) {
      load();
    }
  }

  private void load() {
    lookedAt = System.nanoTime() / 1_000_000;
    attempt(() -> show(desk.engine().call(session.caller(), CampaignEndpoints.CLOSING)));
  }

  private void show(ClosingInfo now) {
    ending = now;
    Dom.attribute(state, "data-closed", String.valueOf(now.closed()));
    OffsetDateTime lateUntil = now.lateUntil();
    OffsetDateTime closedAt = now.closedAt();
    if (now.closed() && closedAt != null && lateUntil != null) {
      state.setText(texts.get("closing.closed", moment(closedAt)));
      what.setText(
          texts.get(
              now.takesLate() ? "closing.takesLate" : "closing.late.over", moment(lateUntil)));
    } else {
      state.setText(texts.get("closing.open"));
      what.setText(texts.get("closing.planned", lastDay(now.lastMoment())));
    }
    close.setText(texts.get(now.closed() ? "closing.again" : "closing.close"));
    reopen.setVisible(now.closed());
    boolean making = now.work().equals("making");
    archive.setEnabled(now.closed() && !now.takesLate() && !making);
    working.setVisible(making);
    workText.setText(
        making
            ? texts.get("closing.making")
            : now.work().equals("failed")
                ? texts.get("closing.failed")
                : !now.closed()
                    ? texts.get("closing.archive.first")
                    : now.takesLate() ? texts.get("closing.archive.wait") : "");
    workText.setVisible(!workText.getText().isEmpty());
    archives.show(now.archives().reversed());
  }

  /** In the campaign's zone, whatever zone the engine used. */
  private String moment(OffsetDateTime at) {
    return MOMENT.format(at.atZoneSameInstant(zone()));
  }

  private ZoneId zone() {
    var snapshot = desk.feed().state().snapshot();
    return snapshot == null ? ZoneId.systemDefault() : snapshot.campaign().zone();
  }

  /** The day that ends with that moment. */
  private String lastDay(OffsetDateTime moment) {
    return texts.figures().date(moment.minusNanos(1).atZoneSameInstant(zone()).toLocalDate());
  }

  private ListItem item(ClosingInfo.Archive made) {
    String how =
        texts.get("closing.made", moment(made.at()), made.by(), Math.max(1, made.bytes() / 1024));
    Span sum = Dom.span("closing-sum");
    sum.setText("SHA-256 " + made.sha256());
    TitleAndDetail text = new TitleAndDetail(made.file(), how);
    text.add(sum);
    ListItem item = RowList.row(text);
    if (!made.here()) {
      item.add(new Span(texts.get("closing.elsewhere")));
    } else if (session.admin()) {
      item.add(new DownloadLink(texts.get("closing.download"), () -> open(made)));
    }
    return item;
  }

  private DownloadResponse open(ClosingInfo.Archive made) {
    FetchedFile file =
        desk.engine()
            .download(session.caller(), CampaignEndpoints.FETCH_ARCHIVE, Query.NONE, made.file());
    return new DownloadResponse(file.body(), made.file(), file.type(), made.bytes());
  }

  private void confirmClose() {
    if (late.isInvalid() || late.getValue() == null) {
      trouble(texts.get("closing.late.rule"));
      return;
    }
    if (!requests.isDecided()) {
      trouble(texts.get("closing.requests.undecided"));
      return;
    }
    int hours = late.getValue();
    String sure = texts.get("closing.close.sure", hours);
    long ends = requests.ending();
    confirm(
        "closing.close",
        ends == 0 ? sure : sure + " " + texts.get("closing.requests.sure", ends),
        () -> close(new ClosingOrder(hours, requests.order())));
  }

  private void close(ClosingOrder order) {
    show(desk.engine().send(session.caller(), CampaignEndpoints.CLOSE, order));
    desk.poller().refresh();
  }

  private void confirmReopen() {
    confirm(
        "closing.reopen",
        texts.get("closing.reopen.sure"),
        () -> show(desk.engine().call(session.caller(), CampaignEndpoints.REOPEN)));
  }

  private void confirm(String key, String text, Runnable act) {
    new ConfirmDialog(texts, texts.get(key + ".title"), text, texts.get(key), () -> attempt(act))
        .open();
  }

  private void archive() {
    attempt(() -> show(desk.engine().call(session.caller(), CampaignEndpoints.ARCHIVE)));
  }
}
