package vn.gocua.kiosk.resident.wizard;

import com.vaadin.flow.component.Component;
import java.util.function.Consumer;
import java.util.function.Function;
import vn.gocua.base.text.Texts;
import vn.gocua.kiosk.resident.keyboard.DigitInput;
import vn.gocua.kiosk.resident.keyboard.NumberPad;
import vn.gocua.kiosk.resident.keyboard.PhoneNumber;
import vn.gocua.kiosk.resident.shell.Page;
import vn.gocua.kiosk.resident.shell.PageHost;

/**
 * Asks for a phone number.
 *
 * @param lead key of the sentence about its purpose
 */
public record PhoneStep<D>(Function<D, DigitInput> input, String lead) implements Step<D> {
  @Override
  public Page page(D draft, Consumer<PageHost> onwards) {
    return new Page() {
      @Override
      public String title(Texts texts) {
        return texts.get("help.phone");
      }

      @Override
      public String lead(Texts texts) {
        return texts.get(lead);
      }

      @Override
      public String pictogram() {
        return "phone";
      }

      @Override
      public Component content(PageHost host) {
        return new NumberPad(
            input.apply(draft),
            host.texts(),
            title(host.texts()),
            "",
            PhoneNumber::grouped,
            () -> host.say(""));
      }

      @Override
      public Action action(PageHost host) {
        return new Action(
            host.texts().get("onwards"),
            () -> {
              if (PhoneNumber.isGood(input.apply(draft).text())) {
                onwards.accept(host);
              } else {
                host.say(host.texts().get("help.phone.wrong"));
              }
            });
      }
    };
  }
}
