package vn.gocua.kiosk.resident.learning;

import com.vaadin.flow.component.Component;
import java.util.Set;
import vn.gocua.kiosk.resident.keyboard.Keyboard;
import vn.gocua.kiosk.resident.shell.Page;
import vn.gocua.kiosk.resident.shell.PageHost;
import vn.gocua.kiosk.resident.shell.Words;

/** The name of who comes. */
final class LearnerNamePage implements Page {
  private static final int SHORTEST = 2;

  private final LearnerDraft draft;

  LearnerNamePage(LearnerDraft draft) {
    this.draft = draft;
  }

  @Override
  public String title(Words words) {
    return words.text("class.name");
  }

  @Override
  public String lead(Words words) {
    return words.text("help.name.lead");
  }

  @Override
  public String pictogram() {
    return "whom-self";
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
            stage.say(stage.words().text("class.name.missing"));
          } else {
            stage.open(new LearnerPhonePage(draft));
          }
        });
  }
}
