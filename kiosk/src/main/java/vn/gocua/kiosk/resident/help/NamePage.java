package vn.gocua.kiosk.resident.help;

import com.vaadin.flow.component.Component;
import java.util.Set;
import vn.gocua.kiosk.resident.keyboard.Keyboard;
import vn.gocua.kiosk.resident.shell.Page;
import vn.gocua.kiosk.resident.shell.PageHost;
import vn.gocua.kiosk.resident.shell.Words;

/** The name of who is asked for at the door. */
final class NamePage implements Page {
  private static final int SHORTEST = 2;

  private final HelpDraft draft;

  NamePage(HelpDraft draft) {
    this.draft = draft;
  }

  @Override
  public String title(Words words) {
    return words.text(draft.isForChild() ? "help.name.guardian" : "help.name");
  }

  @Override
  public String lead(Words words) {
    return words.text("help.name.lead");
  }

  @Override
  public String pictogram() {
    return draft.isForChild() ? "whom-child" : "whom-self";
  }

  @Override
  public Component content(PageHost stage) {
    return new Keyboard(
        draft.name,
        stage.words(),
        title(stage.words()),
        Set.of(Keyboard.Extra.TONES),
        () -> stage.say(""));
  }

  @Override
  public Action action(PageHost stage) {
    return new Action(
        stage.words().text("onwards"),
        () -> {
          if (draft.name.value().length() < SHORTEST) {
            stage.say(stage.words().text("help.name.missing"));
          } else {
            stage.open(new PhonePage(draft));
          }
        });
  }
}
