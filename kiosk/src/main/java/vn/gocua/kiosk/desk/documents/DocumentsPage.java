package vn.gocua.kiosk.desk.documents;

import com.vaadin.flow.component.datetimepicker.DateTimePicker;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.server.streams.UploadEvent;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import vn.gocua.kiosk.desk.data.Overview;
import vn.gocua.kiosk.desk.frame.DeskContext;
import vn.gocua.kiosk.desk.frame.DeskPage;
import vn.gocua.kiosk.desk.kit.ConfirmDialog;
import vn.gocua.kiosk.desk.kit.DeskFigures;
import vn.gocua.kiosk.desk.kit.Panel;
import vn.gocua.kiosk.desk.kit.RowButtons;
import vn.gocua.kiosk.desk.kit.RowList;
import vn.gocua.kiosk.desk.kit.StatusChip;
import vn.gocua.kiosk.desk.kit.StatusChip.Tone;
import vn.gocua.kiosk.desk.kit.TitleAndDetail;
import vn.gocua.kiosk.desk.kit.Verdict;
import vn.gocua.kiosk.desk.kit.WidgetTexts;
import vn.gocua.kiosk.screen.Dom;
import vn.gocua.protocol.client.ApiRefusal;
import vn.gocua.protocol.client.Query;
import vn.gocua.protocol.content.DocumentEndpoints;
import vn.gocua.protocol.content.DocumentList;

/**
 * Hands out a meeting's documents: upload, show the code large, see how often they were fetched,
 * withdraw.
 */
@SuppressWarnings("serial") // Sessions live and end in this process.
public final class DocumentsPage extends DeskPage {
  private static final String[] KINDS = {".pdf", ".png", ".jpg", ".jpeg", ".webp", ".mp4", ".webm"};
  private static final Duration UPLOAD = Duration.ofMinutes(30);
  private static final LocalTime END_OF_WORK = LocalTime.of(17, 0);

  /** While the page is open, the counts of downloads follow. */
  private static final Duration LOOK_AGAIN = Duration.ofSeconds(10);

  private final DateTimePicker until = new DateTimePicker();
  private final Upload upload = new Upload();
  private final Paragraph kinds = new Paragraph("");
  private final Verdict verdict = new Verdict();
  private final RowList<DocumentList.Row> list;
  private volatile @Nullable Instant untilWhen;
  private @Nullable Overview shown;
  private Instant listedAt = Instant.EPOCH;
  private long largest;

  public DocumentsPage(DeskContext desk) {
    super(desk, "documents");
    heading(texts.get("documents.title"), texts.get("documents.text"));
    until.setLabel(texts.get("documents.until"));
    WidgetTexts.times(texts, until);
    until.addValueChangeListener(e -> untilWhen = instant(e.getValue()));
    upload.setUploadHandler(this::take);
    upload.setMaxFiles(1);
    upload.setAcceptedFileExtensions(KINDS);
    upload.addFileRejectedListener(e -> verdict.bad(e.getErrorMessage()));
    list = new RowList<>(texts.get("documents.none"), this::item);
    list.addClassName("documents");
    add(
        new Panel(
            texts.get("documents.new"), kinds, Dom.div("documents-form", until, upload), verdict),
        new Panel(texts.get("documents.all"), list));
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
        () -> desk.engine().call(session.caller(), DocumentEndpoints.READ),
        all -> {
          limit(all.largest());
          list.show(all.documents());
        },
        quietly);
  }

  /** Refuses a too large file before it is sent. */
  private void limit(long bytes) {
    if (bytes == largest) {
      return;
    }
    largest = bytes;
    upload.setMaxFileSize(Math.toIntExact(Math.min(bytes, Integer.MAX_VALUE)));
    upload.setI18n(WidgetTexts.upload(texts, texts.get("documents.kinds"), bytes));
    Dom.text(kinds, texts.get("documents.new.text", DeskFigures.bytes(texts, bytes)));
  }

  /** Runs beside the page while the file is uploaded. */
  private void take(UploadEvent event) {
    Instant end = untilWhen;
    if (end == null) {
      onPage(event, () -> verdict.bad(texts.get("documents.untilMissing")));
      return;
    }
    String name = event.getFileName();
    Query query = Query.of("name", name).and("until", end.atZone(zone()).toOffsetDateTime());
    try {
      DocumentList.Row shared =
          desk.engine()
              .within(UPLOAD)
              .upload(
                  session.caller(),
                  DocumentEndpoints.SHARE,
                  query,
                  event.getInputStream(),
                  event.getFileSize());
      onPage(
          event,
          () -> {
            verdict.good(texts.get("documents.shared", shared.name()));
            list(false);
            project(shared);
          });
    } catch (ApiRefusal e) {
      onPage(
          event,
          () -> {
            if (e.signedOut()) {
              attempt(() -> {
                throw e;
              });
            } else {
              verdict.bad(texts.get("documents.notShared", name, reason(e)));
            }
          });
    }
  }

  private void onPage(UploadEvent event, Runnable change) {
    var _ =
        event
            .getUI()
            .access(() -> {
              upload.clearFileList();
              change.run();
            });
  }

  private ListItem item(DocumentList.Row row) {
    Instant now = shown == null ? desk.clock().instant() : shown.now();
    String detail =
        texts.get(
            "documents.detail",
            texts.get("documents.kind." + kind(row.type())),
            DeskFigures.bytes(texts, row.size()),
            DeskFigures.moment(texts, row.sharedAt().toInstant(), now, zone()),
            row.by());
    String state =
        texts.get(
            row.active() ? "documents.active" : "documents.over",
            DeskFigures.moment(texts, row.until().toInstant(), now, zone()),
            row.downloads());
    ListItem item =
        RowList.row(
            row.active(),
            new TitleAndDetail(row.name(), detail).status(new StatusChip(Tone.GOOD, state)));
    if (row.active()) {
      item.add(
          new RowButtons(texts, row.name())
              .add("documents.show", () -> project(row))
              .danger("documents.withdraw", () -> withdraw(row)));
    }
    return item;
  }

  private static String kind(String type) {
    return type.startsWith("image/") ? "picture" : type.startsWith("video/") ? "video" : "pdf";
  }

  private void project(DocumentList.Row row) {
    Instant now = shown == null ? desk.clock().instant() : shown.now();
    new FullScreenQr(texts, row, DeskFigures.moment(texts, row.until().toInstant(), now, zone()))
        .open();
  }

  private void withdraw(DocumentList.Row row) {
    new ConfirmDialog(
            texts,
            texts.get("documents.withdraw.title", row.name()),
            texts.get("documents.withdraw.text"),
            texts.get("documents.withdraw"),
            () -> {
              if (attempt(
                  () ->
                      desk.engine().call(session.caller(), DocumentEndpoints.WITHDRAW, row.id()))) {
                say(texts.get("documents.withdrawn"));
                list(false);
              }
            })
        .warning()
        .open();
  }
}
