package vn.gocua.kiosk.resident.wizard;

import com.vaadin.flow.component.Component;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import vn.gocua.base.text.Texts;
import vn.gocua.kiosk.resident.keyboard.Keyboard;
import vn.gocua.kiosk.resident.keyboard.TextInput;
import vn.gocua.kiosk.resident.shell.Page;
import vn.gocua.kiosk.resident.shell.PageHost;

/**
 * Asks for a text on the keyboard: a name, an address.
 *
 * @param input takes the text
 * @param title key of the question
 * @param lead key of the sentence below
 * @param missing key of the message without an answer
 * @param pictogram the picture above
 * @param keys rows of the keyboard beside letters
 */
public record TextStep<D>(
    Function<D, TextInput> input,
    Function<D, String> title,
    String lead,
    String missing,
    Function<D, String> pictogram,
    Set<Keyboard.Extra> keys)
    implements Step<D> {
  private static final int SHORTEST = 2;

  /** Asks for a name. */
  public static <D> TextStep<D> name(
      Function<D, TextInput> input,
      Function<D, String> title,
      String missing,
      Function<D, String> pictogram) {
    return new TextStep<>(
        input, title, "help.name.lead", missing, pictogram, Set.of(Keyboard.Extra.TONES));
  }

  /** Asks for the address. */
  public static <D> TextStep<D> address(Function<D, TextInput> input) {
    return new TextStep<>(
        input,
        _ -> "help.address",
        "help.address.lead",
        "help.address.missing",
        _ -> "door-help",
        EnumSet.allOf(Keyboard.Extra.class));
  }

  @Override
  public Page page(D draft, Consumer<PageHost> onwards) {
    return new Page() {
      @Override
      public String title(Texts texts) {
        return texts.get(title.apply(draft));
      }

      @Override
      public String lead(Texts texts) {
        return texts.get(lead);
      }

      @Override
      public String pictogram() {
        return pictogram.apply(draft);
      }

      @Override
      public Component content(PageHost host) {
        return new Keyboard(
            input.apply(draft), host.texts(), title(host.texts()), keys, () -> host.say(""));
      }

      @Override
      public Action action(PageHost host) {
        return new Action(
            host.texts().get("onwards"),
            () -> {
              if (input.apply(draft).value().length() < SHORTEST) {
                host.say(host.texts().get(missing));
              } else {
                onwards.accept(host);
              }
            });
      }
    };
  }
}
