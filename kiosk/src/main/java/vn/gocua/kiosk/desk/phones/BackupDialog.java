package vn.gocua.kiosk.desk.phones;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.server.Command;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import vn.gocua.kiosk.desk.access.DeskSession;
import vn.gocua.kiosk.desk.frame.DeskContext;
import vn.gocua.kiosk.desk.kit.DeskWords;
import vn.gocua.kiosk.desk.kit.FileDrop;
import vn.gocua.kiosk.desk.kit.FormDialog;
import vn.gocua.kiosk.desk.kit.Panel;
import vn.gocua.kiosk.desk.kit.Verdict;
import vn.gocua.protocol.CheckInEndpoints;
import vn.gocua.protocol.campaign.CampaignInfo;
import vn.gocua.protocol.checkin.BackupVerdicts;
import vn.gocua.protocol.checkin.VerdictList;
import vn.gocua.protocol.client.ApiRefusal;

/** Uploads a phone's backup file. A repeat counts once. */
@SuppressWarnings("serial") // Sessions live and end in this process.
final class BackupDialog extends Dialog {
  /** The engine's limit. */
  private static final int MOST_BYTES = 1024 * 1024;

  private static final int LISTED = 20;

  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private final DeskWords words;
  private final UnorderedList refused = new UnorderedList();
  private final Verdict verdict = new Verdict();

  BackupDialog(
      DeskContext desk,
      DeskSession session,
      DeskWords words,
      CampaignInfo.Team team,
      Function<ApiRefusal, String> reason) {
    this.words = words;
    addClassName("backup-dialog");
    setHeaderTitle(words.text("backup.title", team.name()));
    FileDrop upload =
        new FileDrop(
            words.text("backup.choose"),
            words.text("backup.drop"),
            MOST_BYTES,
            bytes -> {
              String file = new String(bytes, StandardCharsets.UTF_8);
              try {
                show(
                    desk.engine()
                        .within(PATIENCE)
                        .sendAsIs(
                            session.asker(), CheckInEndpoints.TAKE_BACKUP, file, team.code()));
              } catch (ApiRefusal e) {
                say(reason.apply(e));
              }
            },
            ".json");
    upload.setI18n(words.upload(words.text("backup.kind"), MOST_BYTES));
    upload.addFileRejectedListener(e -> verdict.bad(e.getErrorMessage()));
    add(FormDialog.form(Panel.text(words.text("backup.text")), upload, verdict, refused));
    getFooter().add(new Button(words.text("enrol.done"), _ -> close()));
  }

  private void say(String text) {
    onScreen(() -> {
      verdict.bad(text);
      refused.removeAll();
    });
  }

  private void show(BackupVerdicts answer) {
    onScreen(() -> {
      long counted = answer.results().stream().filter(VerdictList.Result::counted).count();
      long waiting = answer.results().stream().filter(VerdictList.Result::waits).count();
      List<VerdictList.Result> not =
          answer.results().stream().filter(r -> !r.counted() && !r.waits()).toList();
      verdict.tell(
          words.text(
              "backup.done",
              words.count(counted),
              words.count(not.size()),
              words.count(answer.damaged())),
          !not.isEmpty() || answer.damaged() > 0);
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
        .ifPresent(ui -> {
          var _ = ui.access(change);
        });
  }
}
