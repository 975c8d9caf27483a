package vn.gocua.engine.table;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Reads values of an Excel workbook's first sheet. It opens only three parts of the file, unpacks
 * none to the disk, and ignores document types. Decompressed bytes are counted as they come, so
 * that a small file cannot become a huge one.
 */
final class XlsxReader implements AutoCloseable {
  private static final int MOST_SHARED = 200_000;

  private final XlsxParts parts;
  private int text;

  private XlsxReader(XlsxParts parts) {
    this.parts = parts;
  }

  static List<List<String>> rows(byte[] file) throws UnreadableTable {
    Path kept = null;
    try {
      kept = Files.createTempFile("gocua-table", ".xlsx");
      Files.write(kept, file);
      try (XlsxReader reader = new XlsxReader(new XlsxParts(kept))) {
        return reader.read();
      }
    } catch (XlsxParts.Unpacked e) {
      throw UnreadableTable.tooLarge(String.valueOf(e.getMessage()));
    } catch (IOException | XMLStreamException | RuntimeException e) {
      if (e.getCause() instanceof XlsxParts.Unpacked) {
        throw UnreadableTable.tooLarge("unpacked");
      }
      throw UnreadableTable.broken(String.valueOf(e.getMessage()));
    } finally {
      remove(kept);
    }
  }

  private static void remove(@Nullable Path file) {
    try {
      if (file != null) {
        Files.deleteIfExists(file);
      }
    } catch (IOException _) {
      // The system removes its temporary files by itself.
    }
  }

  private List<List<String>> read() throws IOException, XMLStreamException, UnreadableTable {
    if (parts.areTooMany()) {
      throw UnreadableTable.tooLarge("parts");
    }
    String sheet = firstSheet();
    List<String> shared = shared();
    XMLStreamReader xml = parts.open(sheet);
    List<List<String>> rows = new ArrayList<>();
    while (xml.hasNext()) {
      if (xml.next() == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("row")) {
        row(xml, rows, shared);
      }
    }
    return rows;
  }

  private void row(XMLStreamReader xml, List<List<String>> rows, List<String> shared)
      throws XMLStreamException, UnreadableTable {
    String number = xml.getAttributeValue(null, "r");
    int at = number == null ? rows.size() + 1 : Integer.parseInt(number);
    if (at > TableReader.MOST_ROWS) {
      throw UnreadableTable.tooLarge("rows");
    }
    while (rows.size() < at) {
      rows.add(new ArrayList<>());
    }
    List<String> cells = rows.get(at - 1);
    while (xml.hasNext()) {
      int event = xml.next();
      if (event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals("row")) {
        return;
      }
      if (event == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("c")) {
        int column = column(xml.getAttributeValue(null, "r"), cells.size());
        while (cells.size() <= column) {
          cells.add("");
        }
        String cell = cell(xml, shared);
        text += cell.length();
        if (text > TableReader.MOST_TEXT) {
          throw UnreadableTable.tooLarge("text");
        }
        cells.set(column, cell);
      }
    }
  }

  /** The column that a cell's name begins with, counted from 0. */
  private static int column(@Nullable String name, int next) throws UnreadableTable {
    int column = 0;
    if (name == null) {
      column = next + 1;
    } else {
      for (int i = 0; i < name.length() && Character.isLetter(name.charAt(i)); i++) {
        column = column * 26 + Character.toUpperCase(name.charAt(i)) - 'A' + 1;
        if (column > TableReader.MOST_COLUMNS) {
          break;
        }
      }
    }
    if (column < 1 || column > TableReader.MOST_COLUMNS) {
      throw UnreadableTable.tooLarge("columns");
    }
    return column - 1;
  }

  private static String cell(XMLStreamReader xml, List<String> shared)
      throws XMLStreamException, UnreadableTable {
    String type = Objects.requireNonNullElse(xml.getAttributeValue(null, "t"), "n");
    StringBuilder text = new StringBuilder();
    boolean value = false;
    while (xml.hasNext()) {
      int event = xml.next();
      if (event == XMLStreamConstants.START_ELEMENT) {
        value = xml.getLocalName().equals("v") || xml.getLocalName().equals("t");
      } else if (event == XMLStreamConstants.END_ELEMENT) {
        value = false;
        if (xml.getLocalName().equals("c")) {
          break;
        }
      } else if (value && xml.isCharacters()) {
        append(text, xml.getText());
      }
    }
    return switch (type) {
      case "s" -> text.isEmpty() ? "" : shared.get(Integer.parseInt(text.toString().strip()));
      case "n" -> number(text.toString().strip());
      default -> text.toString();
    };
  }

  private static void append(StringBuilder text, String more) throws UnreadableTable {
    if (text.length() + more.length() > TableReader.LONGEST_CELL) {
      throw UnreadableTable.tooLarge("cells");
    }
    text.append(more);
  }

  /** As a person would write it: 6, not 6.0 nor 6E0. */
  private static String number(String text) {
    if (text.isEmpty() || text.length() > 40) {
      return text;
    }
    BigDecimal number = new BigDecimal(text).stripTrailingZeros();
    return Math.abs(number.scale()) > 40 ? text : number.toPlainString();
  }

  private String firstSheet() throws IOException, XMLStreamException {
    String id = null;
    XMLStreamReader book = parts.open("xl/workbook.xml");
    while (id == null && book.hasNext()) {
      if (book.next() == XMLStreamConstants.START_ELEMENT && book.getLocalName().equals("sheet")) {
        for (int i = 0; i < book.getAttributeCount(); i++) {
          boolean related = book.getAttributeNamespace(i) != null && !isPlain(book, i);
          if (book.getAttributeLocalName(i).equals("id") && related) {
            id = book.getAttributeValue(i);
          }
        }
      }
    }
    XMLStreamReader links = parts.open("xl/_rels/workbook.xml.rels");
    while (links.hasNext()) {
      if (links.next() == XMLStreamConstants.START_ELEMENT
          && links.getLocalName().equals("Relationship")
          && Objects.equals(links.getAttributeValue(null, "Id"), id)) {
        String target = links.getAttributeValue(null, "Target");
        return target.startsWith("/") ? target.substring(1) : "xl/" + target;
      }
    }
    throw new IOException("no sheet");
  }

  private static boolean isPlain(XMLStreamReader xml, int attribute) {
    return xml.getAttributeNamespace(attribute).isEmpty();
  }

  private List<String> shared() throws IOException, XMLStreamException, UnreadableTable {
    List<String> texts = new ArrayList<>();
    if (!parts.has("xl/sharedStrings.xml")) {
      return texts;
    }
    XMLStreamReader xml = parts.open("xl/sharedStrings.xml");
    StringBuilder text = new StringBuilder();
    boolean inText = false;
    while (xml.hasNext()) {
      int event = xml.next();
      if (event == XMLStreamConstants.START_ELEMENT) {
        inText = xml.getLocalName().equals("t");
      } else if (event == XMLStreamConstants.END_ELEMENT) {
        inText = false;
        if (xml.getLocalName().equals("si")) {
          texts.add(text.toString());
          text.setLength(0);
          if (texts.size() > MOST_SHARED) {
            throw UnreadableTable.tooLarge("texts");
          }
        }
      } else if (inText && xml.isCharacters()) {
        append(text, xml.getText());
      }
    }
    return texts;
  }

  @Override
  public void close() throws IOException {
    parts.close();
  }
}
