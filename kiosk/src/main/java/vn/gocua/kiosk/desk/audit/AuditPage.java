package vn.gocua.kiosk.desk.audit;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AttachmentType;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.gocua.kiosk.desk.api.DeskEngine;
import vn.gocua.kiosk.desk.api.NotDone;
import vn.gocua.kiosk.desk.frame.DeskContext;
import vn.gocua.kiosk.desk.frame.DeskPage;
import vn.gocua.kiosk.feed.EngineClient;
import vn.gocua.kiosk.feed.Wire;
import vn.gocua.kiosk.screen.Dom;

/** Who did what when, newest first, a page at a time; nothing here can be changed. */
@SuppressWarnings("serial") // Sessions live and end in this process.
public final class AuditPage extends DeskPage {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss dd/MM/uuuu");

  private final TextField who = new TextField();
  private final UnorderedList list = new UnorderedList();
  private final Button more = new Button();
  private @Nullable String before;

  record Line(String at, String who, String name, String about, Map<String, String> details) {
    Line {
      Wire.require("audit line", at, who, name, about, details);
    }
  }

  record Lines(List<Line> lines, boolean more) {
    Lines {
      Wire.require("audit", lines);
    }
  }

  public AuditPage(DeskContext desk) {
    super(desk, "audit");
    who.setLabel(words.text("audit.who"));
    who.setClearButtonVisible(true);
    Button search = new Button(words.text("audit.search"), _ -> begin());
    search.addThemeVariants(ButtonVariant.PRIMARY);
    Anchor csv =
        new Anchor(
            DownloadHandler.fromInputStream(_ -> csv()),
            AttachmentType.DOWNLOAD,
            words.text("audit.csv"));
    csv.addClassName("download-link");
    list.addClassName("row-list");
    more.setText(words.text("audit.more"));
    more.addClickListener(_ -> load());
    add(Dom.div("panel", Dom.div("button-row", who, search, csv)), Dom.div("panel", list, more));
    begin();
  }

  private void begin() {
    before = null;
    list.removeAll();
    load();
  }

  private void load() {
    String query = "?limit=100";
    if (before != null) {
      query += "&before=" + DeskEngine.part(before);
    }
    String path = "/api/v1/audit" + query + asked("&");
    attempt(
        () -> {
          Lines lines = desk.engine().get(session.asker(), path, Lines.class);
          lines.lines().forEach(line -> list.add(item(line)));
          if (!lines.lines().isEmpty()) {
            before = lines.lines().getLast().at();
          }
          more.setVisible(lines.more());
          if (list.getComponentCount() == 0) {
            list.add(new ListItem(words.text("audit.none")));
          }
        });
  }

  private String asked(String joint) {
    return who.isEmpty() ? "" : joint + "who=" + DeskEngine.part(who.getValue().strip());
  }

  private ListItem item(Line line) {
    Span what = Dom.span("row-title");
    what.setText(line.who().equals("system") ? line.name() : line.who() + " · " + line.name());
    Span detail = Dom.span("row-detail");
    String details =
        line.details().values().stream()
            .filter(value -> value.length() <= 120)
            .collect(Collectors.joining(", "));
    detail.setText(
        List.of(TIME.format(OffsetDateTime.parse(line.at())), line.about(), details).stream()
            .filter(text -> !text.isEmpty())
            .collect(Collectors.joining(" · ")));
    return new ListItem(Dom.div("title-detail", what, detail));
  }

  private DownloadResponse csv() {
    try {
      EngineClient.File file =
          desk.engine().file(session.asker(), "/api/v1/audit.csv" + asked("?"));
      return new DownloadResponse(file.body(), words.text("audit.file"), file.type(), -1);
    } catch (NotDone e) {
      return DownloadResponse.error(e.unanswered() ? 503 : e.status());
    }
  }
}
