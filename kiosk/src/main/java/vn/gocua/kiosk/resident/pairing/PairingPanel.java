package vn.gocua.kiosk.resident.pairing;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import vn.gocua.base.text.Texts;
import vn.gocua.kiosk.resident.pairing.ScreenPairing.Answer;
import vn.gocua.kiosk.resident.pairing.ScreenPairing.Standing;
import vn.gocua.kiosk.resident.shell.Widgets;

/** An unaccepted screen: its code, with instructions. */
@SuppressWarnings("serial")
public final class PairingPanel extends Div {
  /**
   * @param again runs when a visitor asks to try again
   */
  public PairingPanel(Answer answer, Texts texts, Runnable again) {
    addClassName("pairing");
    getElement().setAttribute("data-standing", answer.standing().name());
    add(Widgets.div("emblem"));
    switch (answer.standing()) {
      case OFFERED -> {
        OrderedList steps = new OrderedList();
        steps.addClassName("points");
        for (String step : texts.get("pairing.steps").split("\n", -1)) {
          steps.add(new ListItem(step));
        }
        add(
            new H1(texts.get("pairing.title")),
            Widgets.span("code", spaced(answer.code())),
            steps,
            Widgets.text("pairing-note", texts.get("pairing.note")));
      }
      case EXPIRED, REVOKED -> {
        boolean revoked = answer.standing() == Standing.REVOKED;
        add(
            new H1(texts.get(revoked ? "pairing.revoked" : "pairing.expired")),
            Widgets.button("big-button", texts.get("pairing.again"), again));
      }
      case UNKNOWN, ACCEPTED ->
          add(
              new H1(texts.get("pairing.waiting")),
              Widgets.text("pairing-note", texts.get("pairing.waiting.note")));
    }
  }

  private static String spaced(String code) {
    return code.length() < 4 ? code : code.substring(0, 3) + " " + code.substring(3);
  }
}
