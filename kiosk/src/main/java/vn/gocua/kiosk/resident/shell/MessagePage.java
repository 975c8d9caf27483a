package vn.gocua.kiosk.resident.shell;

import com.vaadin.flow.component.Component;
import java.util.List;
import vn.gocua.base.text.Texts;

/** A message with a picture: what happened, what was kept, what to do next. */
public record MessagePage(String picture, String key) implements Page {

  /** The engine is away: nothing can be sent now. */
  public static MessagePage away() {
    return new MessagePage("away", "away");
  }

  /** The outcome of sending is unknown. Sending again is harmless, because of the id. */
  public static MessagePage unsent() {
    return new MessagePage("away", "unsent");
  }

  /** No request is taken any more, and where help is to be had now. */
  public static MessagePage over() {
    return new MessagePage("desk", "help.over");
  }

  /** The part of the kiosk behind a tile is not there yet. */
  static MessagePage soon() {
    return new MessagePage("desk", "soon");
  }

  @Override
  public String title(Texts texts) {
    return texts.get(key + ".title");
  }

  @Override
  public Component content(PageHost host) {
    List<String> sentences = List.of(host.texts().get(key + ".text").split("\n", -1));
    return Widgets.div(
        "message",
        Widgets.pictogram(picture),
        Widgets.div(
            "message-words",
            sentences.stream()
                .map(sentence -> Widgets.text("message-text", sentence))
                .toArray(Component[]::new)));
  }
}
