package vn.gocua.kiosk.resident.keyboard;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import java.text.Collator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import vn.gocua.base.text.FoldedText;
import vn.gocua.base.text.Language;
import vn.gocua.base.text.Texts;
import vn.gocua.kiosk.resident.keyboard.Keyboard.Extra;
import vn.gocua.kiosk.resident.keyboard.TextInput.Capitals;
import vn.gocua.kiosk.resident.shell.Widgets;
import vn.gocua.protocol.campaign.CampaignInfo.Named;

/**
 * All hamlets by name, and a keyboard that thins them out; letters without marks find those with.
 */
@SuppressWarnings("serial")
public final class HamletPicker extends Div {
  private static final int LONGEST = 30;

  private final List<Named> hamlets;
  private final Texts texts;
  private final Consumer<Named> choose;
  private final TextInput typing = new TextInput(Capitals.WORDS, LONGEST);
  private final Div list = Widgets.div("hamlets");

  public HamletPicker(List<Named> hamlets, Texts texts, Consumer<Named> choose) {
    Collator vietnamese = Collator.getInstance(Language.first().locale());
    this.hamlets =
        hamlets.stream()
            .map(hamlet -> Map.entry(vietnamese.getCollationKey(hamlet.name()), hamlet))
            .sorted(Map.Entry.comparingByKey())
            .map(Map.Entry::getValue)
            .toList();
    this.texts = texts;
    this.choose = choose;
    addClassName("hamlet-search");
    add(list, new Keyboard(typing, texts, texts.get("hamlet.search"), extras(), this::show));
    show();
  }

  /** Tones are not needed to find anything; digits are where hamlets have numbers. */
  private Set<Extra> extras() {
    boolean numbered =
        hamlets.stream().anyMatch(hamlet -> hamlet.name().chars().anyMatch(Character::isDigit));
    return numbered ? Set.of(Extra.DIGITS) : Set.of();
  }

  private void show() {
    String wanted = FoldedText.of(typing.value());
    List<Component> found =
        hamlets.stream()
            .filter(hamlet -> found(FoldedText.of(hamlet.name()), wanted))
            .<Component>map(hamlet -> {
              NativeButton button =
                  Widgets.button("hamlet", hamlet.name(), () -> choose.accept(hamlet));
              button.getElement().setAttribute("data-hamlet", hamlet.code());
              return button;
            })
            .toList();
    list.removeAll();
    list.add(found);
    if (found.isEmpty()) {
      list.add(Widgets.text("nothing", texts.get("hamlet.none")));
    }
  }

  /** A name is found by how any of its words begins. */
  private static boolean found(String name, String wanted) {
    return name.startsWith(wanted) || name.contains(" " + wanted);
  }
}
