package vn.gocua.kiosk.resident.help;

import com.vaadin.flow.component.Component;
import vn.gocua.kiosk.resident.keyboard.NumberPad;
import vn.gocua.kiosk.resident.keyboard.PhoneNumber;
import vn.gocua.kiosk.resident.shell.Page;
import vn.gocua.kiosk.resident.shell.PageHost;
import vn.gocua.kiosk.resident.shell.Words;

/** The number that the team calls before it comes. */
final class PhonePage implements Page {
  private final HelpDraft draft;

  public PhonePage(HelpDraft draft) {
    this.draft = draft;
  }

  @Override
  public String title(Words words) {
    return words.text("help.phone");
  }

  @Override
  public String lead(Words words) {
    return words.text("help.phone.lead");
  }

  @Override
  public String pictogram() {
    return "phone";
  }

  @Override
  public Component content(PageHost stage) {
    return new NumberPad(
        draft.phone,
        stage.words(),
        title(stage.words()),
        "",
        PhoneNumber::grouped,
        () -> stage.say(""));
  }

  @Override
  public Action action(PageHost stage) {
    return new Action(
        stage.words().text("onwards"),
        () -> {
          if (PhoneNumber.isGood(draft.phone.text())) {
            stage.open(new AddressPage(draft));
          } else {
            stage.say(stage.words().text("help.phone.wrong"));
          }
        });
  }
}
