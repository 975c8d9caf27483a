package vn.gocua.kiosk.desk.documents;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.datetimepicker.DateTimePicker;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.server.streams.UploadEvent;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.gocua.kiosk.desk.api.DeskEngine;
import vn.gocua.kiosk.desk.api.Documents;
import vn.gocua.kiosk.desk.api.NotDone;
import vn.gocua.kiosk.desk.data.Overview;
import vn.gocua.kiosk.desk.frame.DeskContext;
import vn.gocua.kiosk.desk.frame.DeskPage;
import vn.gocua.kiosk.desk.kit.ConfirmDialog;
import vn.gocua.kiosk.screen.Dom;

/**
 * Hands out a meeting's documents: upload, show the code large, see how often they were fetched,
 * withdraw.
 */
@SuppressWarnings("serial") // Sessions live and end in this process.
public final class DocumentsPage extends DeskPage {
  private static final String DOCUMENTS = "/api/v1/documents";
  private static final String[] KINDS = {".pdf", ".png", ".jpg", ".jpeg", ".webp", ".mp4", ".webm"};
  private static final LocalTime END_OF_WORK = LocalTime.of(17, 0);

  /** While the page is open, the counts of downloads follow. */
  private static final Duration LOOK_AGAIN = Duration.ofSeconds(10);

  private final DateTimePicker until = new DateTimePicker();
  private final Upload upload = new Upload();
  private final Paragraph kinds = new Paragraph("");
  private final Paragraph verdict = new Paragraph("");
  private final UnorderedList list = new UnorderedList();
  private volatile @Nullable Instant untilWhen;
  private @Nullable Overview shown;
  private Instant listedAt = Instant.EPOCH;
  private long largest;

  public DocumentsPage(DeskContext desk) {
    super(desk, "documents");
    heading(words.text("documents.title"), words.text("documents.text"));
    until.setLabel(words.text("documents.until"));
    words.vietnameseTimes(until);
    until.addValueChangeListener(e -> untilWhen = instant(e.getValue()));
    upload.setUploadHandler(this::take);
    upload.setMaxFiles(1);
    upload.setAcceptedFileExtensions(KINDS);
    upload.addFileRejectedListener(e -> verdict(e.getErrorMessage(), true));
    verdict.addClassName("verdict");
    verdict.getElement().setAttribute("role", "status");
    Dom.visible(verdict, false);
    H2 fresh = new H2(words.text("documents.new"));
    fresh.addClassName("panel-title");
    H2 all = new H2(words.text("documents.all"));
    all.addClassName("panel-title");
    list.addClassNames("row-list", "documents");
    add(
        Dom.div("panel", fresh, kinds, Dom.div("documents-form", until, upload), verdict),
        Dom.div("panel", all, list));
  }

  @Override
  protected void show(Overview overview) {
    boolean first = shown == null;
    shown = overview;
    if (first) {
      LocalDateTime now = LocalDateTime.ofInstant(overview.now(), zone());
      until.setMin(now);
      LocalDateTime today = now.toLocalDate().atTime(END_OF_WORK);
      until.setValue(now.isBefore(today.minusHours(2)) ? today : today.plusDays(1));
    }
    Instant now = desk.clock().instant();
    if (now.isAfter(listedAt.plus(LOOK_AGAIN))) {
      listedAt = now;
      list(!first);
    }
  }

  private ZoneId zone() {
    return shown == null ? ZoneId.systemDefault() : shown.campaign().zone();
  }

  private @Nullable Instant instant(@Nullable LocalDateTime local) {
    return local == null ? null : local.atZone(zone()).toInstant();
  }

  private void list(boolean quietly) {
    ask(
        () -> desk.engine().get(session.asker(), DOCUMENTS, Documents.class),
        all -> {
          limit(all.largest());
          list.removeAll();
          all.documents().forEach(row -> list.add(item(row)));
          if (all.documents().isEmpty()) {
            list.add(new ListItem(words.text("documents.none")));
          }
        },
        quietly);
  }

  /** What is too large is refused before it is sent. */
  private void limit(long bytes) {
    if (bytes == largest) {
      return;
    }
    largest = bytes;
    upload.setMaxFileSize(Math.toIntExact(Math.min(bytes, Integer.MAX_VALUE)));
    upload.setI18n(words.upload(words.text("documents.kinds"), bytes));
    Dom.text(kinds, words.text("documents.new.text", words.bytes(bytes)));
  }

  /** Runs while the file comes, beside the page. */
  private void take(UploadEvent event) {
    Instant end = untilWhen;
    if (end == null) {
      onPage(event, () -> verdict(words.text("documents.untilMissing"), true));
      return;
    }
    String name = event.getFileName();
    String path =
        DOCUMENTS
            + "?name="
            + DeskEngine.part(name)
            + "&until="
            + DeskEngine.part(end.atZone(zone()).toOffsetDateTime().toString());
    try {
      Documents.Row shared =
          desk.engine()
              .upload(
                  session.asker(),
                  path,
                  event.getInputStream(),
                  event.getFileSize(),
                  Documents.Row.class);
      onPage(
          event,
          () -> {
            verdict(words.text("documents.shared", shared.name()), false);
            list(false);
            project(shared);
          });
    } catch (NotDone e) {
      onPage(
          event,
          () -> {
            if (e.signedOut()) {
              attempt(
                  () -> {
                    throw e;
                  });
            } else {
              verdict(words.text("documents.notShared", name, reason(e)), true);
            }
          });
    }
  }

  private void onPage(UploadEvent event, Runnable change) {
    var _ =
        event
            .getUI()
            .access(
                () -> {
                  upload.clearFileList();
                  change.run();
                });
  }

  private void verdict(String text, boolean bad) {
    Dom.text(verdict, text);
    Dom.attribute(verdict, "data-bad", String.valueOf(bad));
    Dom.visible(verdict, true);
  }

  private ListItem item(Documents.Row row) {
    Instant now = shown == null ? Instant.now() : shown.now();
    Span name = Dom.span("row-title");
    name.setText(row.name());
    Span detail = Dom.span("row-detail");
    detail.setText(
        words.text(
            "documents.detail",
            words.text("documents.kind." + kind(row.type())),
            words.bytes(row.size()),
            words.moment(row.sharedAt(), now, zone()),
            row.by()));
    Span state = Dom.span("status-chip");
    state.setText(
        words.text(
            row.active() ? "documents.active" : "documents.over",
            words.moment(row.until(), now, zone()),
            words.count(row.downloads())));
    ListItem item = new ListItem(Dom.div("title-detail", name, detail, state));
    item.getElement().setAttribute("data-active", String.valueOf(row.active()));
    if (row.active()) {
      Button large = act("documents.show", row, () -> project(row));
      Button withdraw = act("documents.withdraw", row, () -> withdraw(row));
      withdraw.addThemeVariants(ButtonVariant.ERROR);
      item.add(Dom.div("row-buttons", large, withdraw));
    }
    return item;
  }

  private Button act(String text, Documents.Row row, Runnable what) {
    Button act = new Button(words.text(text), _ -> what.run());
    act.addThemeVariants(ButtonVariant.SMALL, ButtonVariant.TERTIARY);
    act.setAriaLabel(words.text("actOn", words.text(text), row.name()));
    return act;
  }

  private static String kind(String type) {
    return type.startsWith("image/") ? "picture" : type.startsWith("video/") ? "video" : "pdf";
  }

  private void project(Documents.Row row) {
    Instant now = shown == null ? Instant.now() : shown.now();
    new FullScreenQr(words, row, words.moment(row.until(), now, zone())).open();
  }

  private void withdraw(Documents.Row row) {
    new ConfirmDialog(
            words,
            words.text("documents.withdraw.title", row.name()),
            words.text("documents.withdraw.text"),
            words.text("documents.withdraw"),
            () -> {
              if (attempt(
                  () ->
                      desk.engine()
                          .post(
                              session.asker(),
                              DOCUMENTS + "/" + DeskEngine.part(row.id()) + "/withdraw",
                              Map.of()))) {
                say(words.text("documents.withdrawn"));
                list(false);
              }
            })
        .warning()
        .open();
  }
}
