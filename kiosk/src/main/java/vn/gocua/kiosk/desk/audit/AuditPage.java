package vn.gocua.kiosk.desk.audit;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.server.streams.DownloadResponse;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;
import vn.gocua.kiosk.desk.data.Overview;
import vn.gocua.kiosk.desk.data.PhoneNames;
import vn.gocua.kiosk.desk.frame.DeskContext;
import vn.gocua.kiosk.desk.frame.DeskPage;
import vn.gocua.kiosk.desk.kit.ButtonRow;
import vn.gocua.kiosk.desk.kit.DownloadLink;
import vn.gocua.kiosk.desk.kit.Panel;
import vn.gocua.kiosk.desk.kit.RowList;
import vn.gocua.kiosk.desk.kit.TitleAndDetail;
import vn.gocua.protocol.client.FetchedFile;
import vn.gocua.protocol.client.Query;
import vn.gocua.protocol.content.AuditLines;
import vn.gocua.protocol.help.PrivacyEndpoints;
import vn.gocua.protocol.privacy.AffectedList;
import vn.gocua.protocol.privacy.AffectedQuery;

/** The audit, newest first, a page at a time. Read-only. */
@SuppressWarnings("serial") // Sessions live and end in this process.
public final class AuditPage extends DeskPage {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss dd/MM/uuuu");

  private final TextField who = new TextField();
  private final RowList<AuditLines.Line> list;
  private final Button more = new Button();
  private final AffectedPanel affected;
  private @Nullable OffsetDateTime before;

  public AuditPage(DeskContext desk) {
    super(desk, "audit");
    who.setLabel(texts.get("audit.who"));
    who.setClearButtonVisible(true);
    list = new RowList<>(texts.get("audit.none"), this::item);
    more.setText(texts.get("audit.more"));
    more.addClickListener(_ -> load());
    affected = new AffectedPanel(texts, new Source());
    add(
        new Panel(
            new ButtonRow(
                who,
                ButtonRow.primary(texts.get("audit.search"), this::begin),
                new DownloadLink(texts.get("audit.csv"), this::csv))),
        new Panel(list, more),
        affected);
    begin();
  }

  @Override
  protected void show(Overview overview) {
    ZoneId zone = overview.campaign().zone();
    affected.today(LocalDate.ofInstant(overview.now(), zone), zone);
  }

  private final class Source implements AffectedPanel.Source {
    @Override
    public @Nullable AffectedList affected(AffectedQuery query) {
      AffectedList[] found = new AffectedList[1];
      attempt(
          () -> found[0] = desk.engine().send(session.caller(), PrivacyEndpoints.AFFECTED, query));
      return found[0];
    }

    @Override
    public FetchedFile processing(Query days) {
      return desk.engine().download(session.caller(), PrivacyEndpoints.PROCESSING_CSV, days);
    }

    @Override
    public String named(String by) {
      return PhoneNames.who(texts, desk.poller().data().devices(), by);
    }
  }

  private void begin() {
    before = null;
    list.removeAll();
    load();
  }

  private void load() {
    Query query = asked().and("limit", 100).and("before", before);
    attempt(() -> {
      AuditLines lines = desk.engine().call(session.caller(), PrivacyEndpoints.AUDIT, query);
      list.append(lines.lines());
      if (!lines.lines().isEmpty()) {
        before = lines.lines().getLast().at();
      }
      more.setVisible(lines.more());
    });
  }

  private Query asked() {
    return Query.NONE.and("who", who.isEmpty() ? null : who.getValue().strip());
  }

  private ListItem item(AuditLines.Line line) {
    AuditLines.Parts parts = line.parts();
    String sentence = line.sentence();
    if (parts == null || sentence == null) {
      return RowList.row(new TitleAndDetail(line.name(), TIME.format(line.at())));
    }
    boolean several = parts.changes().size() > 1;
    TitleAndDetail said = TitleAndDetail.of(several ? parts.head() : sentence);
    if (several) {
      parts.changes().forEach(said::strong);
    }
    return RowList.row(said.detail(TIME.format(line.at())));
  }

  private DownloadResponse csv() {
    FetchedFile file =
        desk.engine().download(session.caller(), PrivacyEndpoints.AUDIT_CSV, asked());
    return new DownloadResponse(file.body(), texts.get("audit.file"), file.type(), -1);
  }
}
