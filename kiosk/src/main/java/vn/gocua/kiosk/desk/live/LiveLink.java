package vn.gocua.kiosk.desk.live;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;

/** Where a page's figures come in: {@code desk-live.js} connects it, by a line of its own. */
@Tag("live-link")
@SuppressWarnings("serial") // Sessions live and end in this process.
public final class LiveLink extends Component {
  /** As which page it is to connect. */
  public void page(String id) {
    getElement().setAttribute("page", id);
  }

  /** What the page shows before anything else was told, or if nothing else can be. */
  public void start(String message) {
    getElement().setAttribute("start", message);
  }
}
