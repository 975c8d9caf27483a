package vn.gocua.kiosk.desk.phones;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.server.Command;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.gocua.kiosk.desk.access.DeskSession;
import vn.gocua.kiosk.desk.api.DeskEngine;
import vn.gocua.kiosk.desk.api.Entered;
import vn.gocua.kiosk.desk.api.NotDone;
import vn.gocua.kiosk.desk.frame.DeskContext;
import vn.gocua.kiosk.desk.kit.DeskWords;
import vn.gocua.kiosk.desk.kit.SmallFile;
import vn.gocua.kiosk.feed.Campaign;
import vn.gocua.kiosk.feed.Wire;
import vn.gocua.kiosk.screen.Dom;

/**
 * Takes in the file that a team's phone saved when it could not send. Taken in twice, it counts
 * once.
 */
@SuppressWarnings("serial") // Sessions live and end in this process.
final class BackupDialog extends Dialog {
  /** The engine takes no more at once. */
  private static final int MOST_BYTES = 1024 * 1024;

  private static final int LISTED = 20;

  private final DeskWords words;
  private final UnorderedList refused = new UnorderedList();
  private final Paragraph verdict = new Paragraph("");

  record TakenIn(List<Entered.Result> results, @Nullable List<Object> voids, int damaged) {
    TakenIn {
      Wire.require("answer", results);
    }
  }

  BackupDialog(
      DeskContext desk,
      DeskSession session,
      DeskWords words,
      Campaign.Team team,
      Function<NotDone, String> reason) {
    this.words = words;
    addClassName("backup-dialog");
    setHeaderTitle(words.text("backup.title", team.name()));
    verdict.getElement().setAttribute("role", "status");
    Upload upload =
        new Upload(
            new SmallFile(
                MOST_BYTES,
                bytes -> {
                  String file = new String(bytes, StandardCharsets.UTF_8);
                  try {
                    show(
                        desk.engine()
                            .postAsIs(
                                session.asker(),
                                "/api/v1/teams/" + DeskEngine.part(team.code()) + "/backups",
                                file,
                                TakenIn.class));
                  } catch (NotDone e) {
                    say(reason.apply(e));
                  }
                }));
    upload.setAcceptedFileExtensions(".json");
    upload.setMaxFiles(1);
    upload.setMaxFileSize(MOST_BYTES);
    upload.setI18n(words.upload(words.text("backup.kind"), MOST_BYTES));
    upload.addFileRejectedListener(e -> verdict.setText(e.getErrorMessage()));
    upload.setUploadButton(new Button(words.text("backup.choose")));
    upload.setDropLabel(new com.vaadin.flow.component.html.Span(words.text("backup.drop")));
    add(Dom.div("form-fields", new Paragraph(words.text("backup.text")), upload, verdict, refused));
    getFooter().add(new Button(words.text("enrol.done"), _ -> close()));
  }

  private void say(String text) {
    onScreen(
        () -> {
          verdict.setText(text);
          refused.removeAll();
        });
  }

  private void show(TakenIn answer) {
    onScreen(
        () -> {
          long counted = answer.results().stream().filter(Entered.Result::counted).count();
          long waiting = answer.results().stream().filter(Entered.Result::waits).count();
          List<Entered.Result> not =
              answer.results().stream().filter(r -> !r.counted() && !r.waits()).toList();
          verdict.setText(
              words.text(
                  "backup.done",
                  words.count(counted),
                  words.count(not.size()),
                  words.count(answer.damaged())));
          refused.removeAll();
          if (waiting > 0) {
            refused.add(new ListItem(words.text("backup.later", words.count(waiting))));
          }
          not.stream()
              .limit(LISTED)
              .map(r -> r.message() == null ? r.outcome() : r.message())
              .forEach(text -> refused.add(new ListItem(text)));
        });
  }

  private void onScreen(Command change) {
    getUI()
        .ifPresent(
            ui -> {
              var _ = ui.access(change);
            });
  }
}
