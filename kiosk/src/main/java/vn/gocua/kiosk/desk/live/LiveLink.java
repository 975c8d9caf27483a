package vn.gocua.kiosk.desk.live;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;

/** A page's connection for figures, opened by {@code desk-live.js}. */
@Tag("live-link")
@SuppressWarnings("serial") // Sessions live and end in this process.
public final class LiveLink extends Component {
  /** Sets the page's id for the connection. */
  public void page(String id) {
    getElement().setAttribute("page", id);
  }

  /** Sets the figures to show before the first message. */
  public void start(String message) {
    getElement().setAttribute("start", message);
  }
}
