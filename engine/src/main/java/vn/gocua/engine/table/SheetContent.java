package vn.gocua.engine.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.helpers.DefaultHandler;
import vn.gocua.engine.table.TableSheet.Cell;
import vn.gocua.engine.table.TableSheet.Kind;

/** Takes a sheet's rows and cells out of its XML, and which of them people see. */
final class SheetContent extends DefaultHandler {
  private static final int MOST_AREAS = 5_000;

  private final SheetRows rows;
  private final DisplayedCells displayed;
  private final List<CellRangeAddress> merged = new ArrayList<>();
  private final StringBuilder value = new StringBuilder();
  private int row;
  private int column;
  private String type = "n";
  private @Nullable String style;
  private boolean formula;
  private boolean valued;

  /** Whether characters belong to the cell's value. */
  private boolean inValue;

  /** Whether this is how a text is pronounced, which nobody sees. */
  private boolean phonetic;

  SheetContent(SheetRows rows, DisplayedCells displayed) {
    this.rows = rows;
    this.displayed = displayed;
  }

  @Override
  public void startElement(
      @Nullable String space, String local, String qualified, Attributes attributes) {
    if (rows.isTooLarge()) {
      return;
    }
    switch (local) {
      case "col" -> hideColumns(attributes);
      case "row" -> {
        String number = attributes.getValue("r");
        row = number == null ? row + 1 : Integer.parseInt(number);
        column = -1;
        if (XlsxReader.isTrue(attributes.getValue("hidden"))) {
          rows.hideRow(row);
        }
      }
      case "c" -> begin(attributes);
      case "f" -> formula = true;
      case "v", "t" -> {
        inValue = !phonetic;
        valued = true;
      }
      case "rPh" -> phonetic = true;
      case "mergeCell" -> merge(attributes.getValue("ref"));
      default -> {}
    }
  }

  private void hideColumns(Attributes attributes) {
    if (XlsxReader.isTrue(attributes.getValue("hidden"))) {
      rows.hideColumns(
          Integer.parseInt(attributes.getValue("min")) - 1,
          Integer.parseInt(attributes.getValue("max")) - 1);
    }
  }

  private void begin(Attributes attributes) {
    String name = attributes.getValue("r");
    column = name == null ? column + 1 : new CellReference(name).getCol();
    String kind = attributes.getValue("t");
    type = kind == null ? "n" : kind;
    style = attributes.getValue("s");
    value.setLength(0);
    formula = false;
    valued = false;
  }

  private void merge(@Nullable String area) {
    if (area != null && merged.size() >= MOST_AREAS) {
      rows.cut();
    } else if (area != null) {
      merged.add(CellRangeAddress.valueOf(area));
    }
  }

  @Override
  public void characters(char[] characters, int from, int count) {
    // One more than may be is enough to see that it is too much.
    if (inValue && value.length() <= TableReader.LONGEST_CELL) {
      value.append(characters, from, Math.min(count, TableReader.LONGEST_CELL + 1));
    }
  }

  @Override
  public void endElement(@Nullable String space, String local, String qualified) {
    switch (local) {
      case "v", "t" -> inValue = false;
      case "rPh" -> phonetic = false;
      case "c" -> {
        if (!rows.isTooLarge()) {
          rows.put(row, column, cell());
        }
      }
      case "worksheet" -> merged.forEach(rows::merge);
      default -> {}
    }
  }

  private Cell cell() {
    String text = value.toString();
    boolean worked = valued && (type.equals("str") || !text.isBlank());
    if (formula && !worked) {
      return new Cell("", Kind.UNCALCULATED, null);
    }
    return switch (type) {
      case "s" -> text.isBlank() ? Cell.EMPTY : displayed.shared(text.strip());
      case "n" -> text.isBlank() ? Cell.EMPTY : displayed.number(text.strip(), style);
      case "b" -> Cell.of(String.valueOf(XlsxReader.isTrue(text)).toUpperCase(Locale.ROOT));
      case "e" -> new Cell(text, Kind.ERROR, null);
      default -> DisplayedCells.text(text);
    };
  }
}
