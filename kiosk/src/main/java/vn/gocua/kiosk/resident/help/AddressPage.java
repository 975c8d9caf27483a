package vn.gocua.kiosk.resident.help;

import com.vaadin.flow.component.Component;
import java.util.EnumSet;
import vn.gocua.kiosk.resident.keyboard.Keyboard;
import vn.gocua.kiosk.resident.shell.Page;
import vn.gocua.kiosk.resident.shell.PageHost;
import vn.gocua.kiosk.resident.shell.Words;

/** Where the door is. */
final class AddressPage implements Page {
  private static final int SHORTEST = 2;

  private final HelpDraft draft;

  AddressPage(HelpDraft draft) {
    this.draft = draft;
  }

  @Override
  public String title(Words words) {
    return words.text("help.address");
  }

  @Override
  public String lead(Words words) {
    return words.text("help.address.lead");
  }

  @Override
  public String pictogram() {
    return "door-help";
  }

  @Override
  public Component content(PageHost stage) {
    return new Keyboard(
        draft.address,
        stage.words(),
        title(stage.words()),
        EnumSet.allOf(Keyboard.Extra.class),
        () -> stage.say(""));
  }

  @Override
  public Action action(PageHost stage) {
    return new Action(
        stage.words().text("onwards"),
        () -> {
          if (draft.address.value().length() < SHORTEST) {
            stage.say(stage.words().text("help.address.missing"));
          } else {
            stage.open(new ConsentPage(draft));
          }
        });
  }
}
