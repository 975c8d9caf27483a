package vn.gocua.kiosk.resident.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import java.util.List;
import java.util.function.IntConsumer;
import vn.gocua.base.text.Texts;

/** A list of choices, never more than six on a page: the sixth leads to those that are left. */
public final class Choices {
  private static final int MOST = 6;

  private Choices() {}

  /**
   * The choices of a page.
   *
   * @param from index of the first one on this page
   * @param more receives the start of the next page
   */
  public static Div of(Texts texts, List<? extends Component> all, int from, IntConsumer more) {
    int left = all.size() - from;
    int here = left <= MOST ? left : MOST - 1;
    Div rows = Widgets.rows();
    all.subList(from, from + here).forEach(rows::add);
    if (here < left) {
      NativeButton onwards =
          Widgets.row(
              "more",
              texts.get("more"),
              texts.get("more.left", left - here),
              () -> more.accept(from + here));
      onwards.addClassName("more-choice");
      rows.add(onwards);
    }
    return rows;
  }
}
