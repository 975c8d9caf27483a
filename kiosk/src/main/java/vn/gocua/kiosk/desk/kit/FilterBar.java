package vn.gocua.kiosk.desk.kit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;

/** Fields of a filter, side by side. */
@SuppressWarnings("serial") // Sessions live and end in this process.
public final class FilterBar extends Div {
  public FilterBar(Component... fields) {
    super(fields);
    addClassName("filter-bar");
  }
}
