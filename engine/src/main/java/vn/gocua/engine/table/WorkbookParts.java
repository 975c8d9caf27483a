package vn.gocua.engine.table;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.apache.poi.openxml4j.util.ZipEntrySource;
import org.jspecify.annotations.Nullable;
import vn.gocua.engine.table.UnreadableTable.Why;

/**
 * The parts of a workbook, unpacked when POI asks for them. Decompressed bytes are counted as they
 * come, and each part is walked once, before POI parses it: a small file cannot become a huge one,
 * nor one that takes long.
 */
final class WorkbookParts implements ZipEntrySource {
  /** Largest decompressed size of all parts together. */
  private static final int MOST_UNPACKED = 16 << 20;

  /** Of a part that POI makes a tree of; a sheet and its texts are streamed. */
  private static final int MOST_IN_A_TREE = 2 << 20;

  private static final int MOST_PARTS = 2_000;

  /** Of one element. */
  private static final String MOST_ATTRIBUTES = "100";

  private static final String DEEPEST = "64";

  /** Declared around one element; each name is looked up among all of them. */
  private static final int MOST_NAMESPACES = 100;

  private final ZipFile zip;
  private final Map<String, ZipArchiveEntry> entries = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
  private final Map<String, byte[]> unpacked = new HashMap<>();
  private int left = MOST_UNPACKED;
  private int mostOfAPart = MOST_IN_A_TREE;
  private boolean tooLarge;
  private boolean closed;

  /**
   * Opens a file.
   *
   * @throws UnreadableTable if it is another kind of file, or has too many parts
   */
  WorkbookParts(byte[] file) throws IOException, UnreadableTable {
    zip = ZipFile.builder().setSeekableByteChannel(new SeekableInMemoryByteChannel(file)).get();
    for (Iterator<ZipArchiveEntry> all = zip.getEntries().asIterator(); all.hasNext(); ) {
      ZipArchiveEntry entry = all.next();
      entries.putIfAbsent(entry.getName().replace('\\', '/'), entry);
      if (entries.size() > MOST_PARTS) {
        throw UnreadableTable.tooLarge("parts");
      }
    }
    if (entries.containsKey("mimetype") && entries.containsKey("content.xml")) {
      throw new UnreadableTable(Why.OPEN_DOCUMENT, "content.xml");
    }
    if (entries.containsKey("xl/workbook.bin")) {
      throw new UnreadableTable(Why.OTHER_EXCEL, "xl/workbook.bin");
    }
  }

  /** From now on a part may be as large as all together: what follows is streamed. */
  void stream() {
    mostOfAPart = MOST_UNPACKED;
  }

  /** Whether reading ended because the parts are too large. */
  boolean areTooLarge() {
    return tooLarge;
  }

  @Override
  public Enumeration<? extends ZipArchiveEntry> getEntries() {
    return Collections.enumeration(entries.values());
  }

  @Override
  public @Nullable ZipArchiveEntry getEntry(String path) {
    return entries.get(path.startsWith("/") ? path.substring(1) : path);
  }

  @Override
  public InputStream getInputStream(ZipArchiveEntry entry) throws IOException {
    byte[] part = unpacked.get(entry.getName());
    if (part == null) {
      part = unpack(entry);
      unpacked.put(entry.getName(), part);
    }
    return new ByteArrayInputStream(part);
  }

  private byte[] unpack(ZipArchiveEntry entry) throws IOException {
    int most = Math.min(left, mostOfAPart);
    byte[] part;
    try (InputStream in = zip.getInputStream(entry)) {
      part = in.readNBytes(most + 1);
    }
    if (part.length > most) {
      tooLarge = true;
      throw new IOException("unpacked");
    }
    left -= part.length;
    String name = entry.getName();
    if (name.endsWith(".xml") || name.endsWith(".rels")) {
      try {
        walk(new ByteArrayInputStream(part));
      } catch (XMLStreamException e) {
        throw new IOException(name, e);
      }
    }
    return part;
  }

  /** Reads a part to its end without keeping any of it; fails where it is beyond a bound. */
  private static void walk(InputStream in) throws XMLStreamException {
    XMLInputFactory factory = XMLInputFactory.newFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty("jdk.xml.elementAttributeLimit", MOST_ATTRIBUTES);
    factory.setProperty("jdk.xml.maxElementDepth", DEEPEST);
    XMLStreamReader xml = factory.createXMLStreamReader(in);
    int declared = 0;
    while (xml.hasNext()) {
      switch (xml.next()) {
        case XMLStreamConstants.START_ELEMENT -> declared += xml.getNamespaceCount();
        case XMLStreamConstants.END_ELEMENT -> declared -= xml.getNamespaceCount();
        case XMLStreamConstants.DTD -> throw new XMLStreamException("a document type");
        default -> {}
      }
      if (declared > MOST_NAMESPACES) {
        throw new XMLStreamException("namespaces without end");
      }
    }
  }

  @Override
  public boolean isClosed() {
    return closed;
  }

  @Override
  public void close() throws IOException {
    closed = true;
    zip.close();
  }
}
