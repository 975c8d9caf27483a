package vn.gocua.engine.table;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageRelationshipTypes;
import org.apache.poi.util.XMLHelper;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.apache.poi.xssf.model.SharedStrings;
import org.jspecify.annotations.Nullable;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;
import vn.gocua.engine.table.UnreadableTable.Why;

/**
 * Reads an Excel workbook's sheets by POI's streaming reader: what is displayed, not what is
 * stored. Hidden sheets are named and not read.
 */
final class XlsxReader {
  private static final int MOST_SHEETS = 50;
  private static final String RELATIONS =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

  private final XSSFReader book;
  private final List<Named> named = new ArrayList<>();
  private boolean from1904;

  /**
   * A sheet as the workbook names it.
   *
   * @param id names its part
   */
  private record Named(String name, String id, boolean hidden) {}

  private XlsxReader(XSSFReader book) {
    this.book = book;
  }

  static List<TableSheet> sheets(byte[] file) throws UnreadableTable {
    WorkbookParts parts = null;
    try (WorkbookParts opened = new WorkbookParts(file)) {
      parts = opened;
      OPCPackage all = OPCPackage.open(opened);
      try {
        refuseStrict(all);
        return new XlsxReader(new XSSFReader(all, true)).read(opened);
      } finally {
        all.revert();
      }
    } catch (UnreadableTable e) {
      throw e;
    } catch (Exception e) {
      // POI throws checked and unchecked ones of many kinds at a file that is damaged.
      throw parts != null && parts.areTooLarge()
          ? UnreadableTable.tooLarge("unpacked")
          : UnreadableTable.broken(String.valueOf(e.getMessage()));
    }
  }

  private static void refuseStrict(OPCPackage all) throws UnreadableTable {
    if (!all.getRelationshipsByType(PackageRelationshipTypes.STRICT_CORE_DOCUMENT).isEmpty()) {
      throw new UnreadableTable(Why.OTHER_EXCEL, "strict");
    }
  }

  private List<TableSheet> read(WorkbookParts parts)
      throws IOException,
          OpenXML4JException,
          SAXException,
          ParserConfigurationException,
          XMLStreamException,
          UnreadableTable {
    names();
    DisplayedCells displayed = new DisplayedCells(book.getStylesTable(), from1904);
    parts.stream();
    SharedStrings shared = book.getSharedStringsTable();
    displayed.share(shared);
    List<TableSheet> sheets = new ArrayList<>();
    for (Named each : named) {
      sheets.add(
          each.hidden()
              ? new TableSheet(each.name(), true, false, java.util.Set.of(), List.of())
              : sheet(each, displayed));
    }
    return sheets;
  }

  private TableSheet sheet(Named sheet, DisplayedCells displayed)
      throws IOException, OpenXML4JException, SAXException, ParserConfigurationException {
    SheetRows rows = new SheetRows();
    XMLReader xml = XMLHelper.newXMLReader();
    xml.setContentHandler(new SheetContent(rows, displayed));
    try (InputStream in = book.getSheet(sheet.id())) {
      xml.parse(new InputSource(in));
    }
    return rows.sheet(sheet.name());
  }

  /** The sheets' names in the order of their tabs, and the day that dates are counted from. */
  private void names() throws IOException, OpenXML4JException, XMLStreamException, UnreadableTable {
    XMLInputFactory factory = XMLHelper.newXMLInputFactory();
    try (InputStream in = book.getWorkbookData()) {
      XMLStreamReader xml = factory.createXMLStreamReader(in);
      while (xml.hasNext()) {
        if (xml.next() != XMLStreamConstants.START_ELEMENT) {
          continue;
        }
        if (xml.getLocalName().equals("workbookPr")) {
          from1904 = isTrue(xml.getAttributeValue(null, "date1904"));
        } else if (xml.getLocalName().equals("sheet")) {
          String state = xml.getAttributeValue(null, "state");
          String id = xml.getAttributeValue(RELATIONS, "id");
          String name = xml.getAttributeValue(null, "name");
          if (id != null) {
            named.add(
                new Named(name == null ? "" : name, id, state != null && !state.equals("visible")));
          }
          if (named.size() > MOST_SHEETS) {
            throw UnreadableTable.tooLarge("sheets");
          }
        }
      }
    }
    if (named.isEmpty()) {
      throw UnreadableTable.broken("no sheet");
    }
  }

  /** A value of XML Schema's boolean. */
  static boolean isTrue(@Nullable String value) {
    return "1".equals(value) || "true".equals(value);
  }
}
