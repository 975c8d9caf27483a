package vn.gocua.kiosk.desk.kit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.function.ValueProvider;
import java.util.ArrayList;
import java.util.List;

/** A table with a narrow form: the main column alone, with the others' content below. */
@SuppressWarnings("serial") // Sessions live and end in this process.
public final class DataTable<T> extends Grid<T> {
  private final NarrowScreen narrow = new NarrowScreen();
  private final List<Column<T>> wideOnly = new ArrayList<>();
  private final List<ValueProvider<T, Component>> below = new ArrayList<>();

  /**
   * @param name for screen readers
   * @param empty text without rows
   */
  public DataTable(String name, String empty) {
    addThemeVariants(GridVariant.NO_BORDER);
    setAriaLabel(name);
    setSelectionMode(SelectionMode.NONE);
    setEmptyStateText(empty);
    narrow.hide(this, this, wideOnly);
  }

  /** The main column, which a narrow screen shows alone, with the others' content below. */
  public DataTable<T> main(
      String header, int grow, String width, ValueProvider<T, Component> cell) {
    addComponentColumn(row -> narrow.is() ? all(cell, row) : cell.apply(row))
        .setHeader(header)
        .setFlexGrow(grow)
        .setWidth(width);
    return this;
  }

  private Div all(ValueProvider<T, Component> main, T row) {
    Div all = new Div(main.apply(row));
    below.forEach(cell -> all.add(cell.apply(row)));
    return all;
  }

  /** A column that moves below the main one on a narrow screen. */
  public DataTable<T> wide(
      String header, int grow, String width, ValueProvider<T, Component> cell) {
    wideOnly.add(addComponentColumn(cell).setHeader(header).setFlexGrow(grow).setWidth(width));
    below.add(cell);
    return this;
  }

  /** A column of numbers that a narrow screen shows otherwise, or not at all. */
  public Column<T> wideNumber(
      String header,
      String width,
      ValueProvider<T, String> text,
      ValueProvider<T, Component> onNarrow) {
    Column<T> column = number(header, width, text);
    wideOnly.add(column);
    below.add(onNarrow);
    return column;
  }

  /** A column of numbers. */
  public Column<T> number(String header, String width, ValueProvider<T, String> text) {
    return addColumn(text)
        .setHeader(header)
        .setTextAlign(ColumnTextAlign.END)
        .setWidth(width)
        .setFlexGrow(0);
  }
}
