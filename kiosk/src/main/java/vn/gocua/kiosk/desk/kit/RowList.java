package vn.gocua.kiosk.desk.kit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A list of rows, each with its buttons at the end. */
@SuppressWarnings("serial") // Sessions live and end in this process.
public final class RowList<T> extends UnorderedList {
  private final String empty;
  private final Function<T, ListItem> row;
  private @Nullable List<T> shown;

  /**
   * @param empty text without rows; empty for none
   */
  public RowList(String empty, Function<T, ListItem> row) {
    this.empty = empty;
    this.row = row;
    addClassName("row-list");
  }

  /** A row that is neither active nor over. */
  public static ListItem row(Component... content) {
    return new ListItem(content);
  }

  /** A row whose colour shows whether it is active. */
  public static ListItem row(boolean active, Component... content) {
    ListItem item = new ListItem(content);
    item.getElement().setAttribute("data-active", String.valueOf(active));
    return item;
  }

  /** Replaces all rows. */
  public void show(List<T> rows) {
    shown = List.copyOf(rows);
    removeAll();
    append(rows);
  }

  /** The same, unless it shows just these: then nothing is sent to the browser. */
  public void showIfChanged(List<T> rows) {
    if (!rows.equals(shown)) {
      show(rows);
    }
  }

  /** Adds rows at the end. */
  public void append(List<T> rows) {
    rows.forEach(each -> add(row.apply(each)));
    if (getComponentCount() == 0 && !empty.isEmpty()) {
      add(new ListItem(empty));
    }
  }
}
