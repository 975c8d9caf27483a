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
import vn.gocua.base.text.Texts;
import vn.gocua.kiosk.desk.access.DeskSession;
import vn.gocua.kiosk.desk.frame.DeskContext;
import vn.gocua.kiosk.desk.kit.FileDrop;
import vn.gocua.kiosk.desk.kit.FormDialog;
import vn.gocua.kiosk.desk.kit.Panel;
import vn.gocua.kiosk.desk.kit.Verdict;
import vn.gocua.kiosk.desk.kit.WidgetTexts;
import vn.gocua.protocol.campaign.CampaignInfo;
import vn.gocua.protocol.checkin.BackupVerdicts;
import vn.gocua.protocol.checkin.CheckInEndpoints;
import vn.gocua.protocol.checkin.VerdictList;
import vn.gocua.protocol.client.ApiRefusal;

/** Uploads a phone's backup file. A repeat counts once. */
@SuppressWarnings("serial") // Sessions live and end in this process.
final class BackupDialog extends Dialog {
  /** The engine's limit. */
  private static final int MOST_BYTES = 1024 * 1024;

  private static final int LISTED = 20;

  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private final Texts texts;
  private final UnorderedList refused = new UnorderedList();
  private final Verdict verdict = new Verdict();

  BackupDialog(
      DeskContext desk,
      DeskSession session,
      Texts texts,
      CampaignInfo.Team team,
      Function<ApiRefusal, String> reason) {
    this.texts = texts;
    addClassName("backup-dialog");
    setHeaderTitle(texts.get("backup.title", team.name()));
    FileDrop upload =
        new FileDrop(
            texts.get("backup.choose"),
            texts.get("backup.drop"),
            MOST_BYTES,
            bytes -> {
              String file = new String(bytes, StandardCharsets.UTF_8);
              try {
                show(
                    desk.engine()
                        .within(PATIENCE)
                        .sendAsIs(
                            session.caller(), CheckInEndpoints.TAKE_BACKUP, file, team.code()));
              } catch (ApiRefusal e) {
                say(reason.apply(e));
              }
            },
            ".json");
    upload.setI18n(WidgetTexts.upload(texts, texts.get("backup.kind"), MOST_BYTES));
    upload.addFileRejectedListener(e -> verdict.bad(e.getErrorMessage()));
    add(FormDialog.form(Panel.text(texts.get("backup.text")), upload, verdict, refused));
    getFooter().add(new Button(texts.get("enrol.done"), _ -> close()));
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
      long known = answer.results().stream().filter(VerdictList.Result::known).count();
      long waiting = answer.results().stream().filter(VerdictList.Result::waits).count();
      List<VerdictList.Result> not =
          answer.results().stream().filter(r -> !r.counted() && !r.waits()).toList();
      verdict.tell(
          texts.get("backup.done", counted - known, known, not.size(), answer.damaged()),
          !not.isEmpty() || answer.damaged() > 0);
      refused.removeAll();
      if (waiting > 0) {
        refused.add(new ListItem(texts.get("backup.later", waiting)));
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
