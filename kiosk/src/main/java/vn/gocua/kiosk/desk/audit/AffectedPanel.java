package vn.gocua.kiosk.desk.audit;

import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.server.streams.DownloadResponse;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.gocua.base.text.Texts;
import vn.gocua.kiosk.desk.kit.ButtonRow;
import vn.gocua.kiosk.desk.kit.DownloadLink;
import vn.gocua.kiosk.desk.kit.Panel;
import vn.gocua.kiosk.desk.kit.RowList;
import vn.gocua.kiosk.desk.kit.TitleAndDetail;
import vn.gocua.kiosk.desk.kit.WidgetTexts;
import vn.gocua.kiosk.screen.Dom;
import vn.gocua.protocol.client.FetchedFile;
import vn.gocua.protocol.client.Query;
import vn.gocua.protocol.privacy.AffectedList;
import vn.gocua.protocol.privacy.AffectedQuery;

/**
 * What a commune owes by law: whose data somebody has read, after a breach, and the record of
 * processing. Tickets' codes only, never a name.
 */
@SuppressWarnings("serial") // Sessions live and end in this process.
public final class AffectedPanel extends Panel {
  private final Texts texts;
  private final Source source;
  private final TextField who = new TextField();
  private final DatePicker from = new DatePicker();
  private final DatePicker to = new DatePicker();
  private final Span said = Dom.span("affected-said");
  private final RowList<AffectedList.Row> list;
  private @Nullable ZoneId zone;

  /** Where the panel has its answers from. */
  interface Source {
    /** Asks the engine; null if it refused, which the page has said. */
    @Nullable AffectedList affected(AffectedQuery query);

    /** Opens the record of processing. */
    FetchedFile processing(Query days);

    /** A phone's name, or who else it was. */
    String named(String by);
  }

  AffectedPanel(Texts texts, Source source) {
    super(texts.get("affected.title"), Panel.text(texts.get("affected.text")));
    this.texts = texts;
    this.source = source;
    who.setLabel(texts.get("affected.who"));
    who.setPlaceholder(texts.get("affected.who.all"));
    who.setMaxLength(60);
    who.setClearButtonVisible(true);
    from.setLabel(texts.get("reports.from"));
    to.setLabel(texts.get("reports.to"));
    List.of(from, to).forEach(picker -> WidgetTexts.dates(texts, picker));
    said.getElement().setAttribute("role", "status");
    list = new RowList<>(texts.get("affected.none"), this::item);
    list.setVisible(false);
    add(
        new ButtonRow(
            who,
            from,
            to,
            ButtonRow.primary(texts.get("affected.search"), this::search),
            new DownloadLink(texts.get("affected.csv"), this::csv)),
        said,
        list);
  }

  /** Begins with today, once the campaign's time is known. */
  void today(LocalDate today, ZoneId where) {
    if (zone == null) {
      zone = where;
      from.setValue(today);
      to.setValue(today);
    }
  }

  private void search() {
    LocalDate first = from.getValue();
    LocalDate last = to.getValue();
    ZoneId where = zone;
    if (first == null || last == null || where == null) {
      Dom.text(said, texts.get("affected.days"));
      return;
    }
    String reader = who.getValue().strip();
    AffectedList found =
        source.affected(
            new AffectedQuery(
                reader.isEmpty() ? null : reader,
                moment(first, where),
                moment(last.plusDays(1), where)));
    if (found == null) {
      return;
    }
    list.setVisible(true);
    list.removeAll();
    list.append(found.affected());
    long kept = found.affected().stream().filter(row -> row.contact().equals("kept")).count();
    String count =
        texts.get(
            "affected.found",
            texts.figures().count(found.affected().size()),
            texts.figures().count(kept));
    Dom.text(said, found.more() ? count + " " + texts.get("affected.more") : count);
  }

  private static String moment(LocalDate day, ZoneId where) {
    return day.atStartOfDay(where).toOffsetDateTime().toString();
  }

  private ListItem item(AffectedList.Row row) {
    String readers = row.by().stream().map(this::reader).collect(Collectors.joining(", "));
    return RowList.row(
        new TitleAndDetail(
            row.code() + " · " + texts.get("affected." + row.contact()),
            texts.get(
                "affected.row",
                texts.figures().count(row.readings()),
                readers,
                texts.figures().moment(row.first()),
                texts.figures().moment(row.last()))));
  }

  private String reader(String by) {
    return by.equals(AffectedQuery.TICKET_HOLDER)
        ? texts.on("tables").get("told.by.ticket-holder")
        : source.named(by);
  }

  private DownloadResponse csv() {
    FetchedFile file =
        source.processing(Query.of("from", from.getValue()).and("to", to.getValue()));
    return new DownloadResponse(file.body(), texts.get("affected.file"), file.type(), -1);
  }
}
