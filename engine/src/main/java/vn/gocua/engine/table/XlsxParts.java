package vn.gocua.engine.table;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.util.StreamReaderDelegate;

/** The parts of an Excel workbook as XML, and how much of them is read at most. */
final class XlsxParts implements AutoCloseable {
  /** Largest decompressed size of all parts together. */
  private static final long MOST_UNPACKED = 16L << 20;

  private static final int MOST_PARTS = 2_000;

  /** Of one element. */
  private static final String MOST_ATTRIBUTES = "100";

  private static final String DEEPEST = "64";

  private final ZipFile zip;
  private long left = MOST_UNPACKED;

  XlsxParts(Path file) throws IOException {
    zip = new ZipFile(file.toFile());
  }

  boolean areTooMany() {
    return zip.size() > MOST_PARTS;
  }

  boolean has(String part) {
    return zip.getEntry(part) != null;
  }

  /** The decompressed size is beyond any real file's. */
  static final class Unpacked extends IOException {
    private static final long serialVersionUID = 1L;

    Unpacked() {
      super("unpacked");
    }
  }

  /** Begins to read a part; throws {@link Unpacked} where all parts together are too much. */
  XMLStreamReader open(String part) throws IOException, XMLStreamException {
    ZipEntry entry = zip.getEntry(part);
    if (entry == null) {
      throw new IOException("no " + part);
    }
    XMLInputFactory factory = XMLInputFactory.newFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty("jdk.xml.elementAttributeLimit", MOST_ATTRIBUTES);
    factory.setProperty("jdk.xml.maxElementDepth", DEEPEST);
    return new FewNamespaces(factory.createXMLStreamReader(new Counted(zip.getInputStream(entry))));
  }

  /** Every name is looked up among all namespaces that are declared above it. */
  private static final class FewNamespaces extends StreamReaderDelegate {
    private static final int MOST = 100;
    private int declared;

    FewNamespaces(XMLStreamReader xml) {
      super(xml);
    }

    @Override
    public int next() throws XMLStreamException {
      int event = super.next();
      declared += event == START_ELEMENT ? getNamespaceCount() : 0;
      if (declared > MOST) {
        throw new XMLStreamException("namespaces without end");
      }
      return event;
    }
  }

  /** Counts the decompressed bytes of all parts. */
  private final class Counted extends FilterInputStream {
    Counted(InputStream in) {
      super(in);
    }

    private int took(int count) throws IOException {
      left -= Math.max(0, count);
      if (left < 0) {
        throw new Unpacked();
      }
      return count;
    }

    @Override
    public int read() throws IOException {
      int b = super.read();
      took(b < 0 ? 0 : 1);
      return b;
    }

    @Override
    public int read(byte[] bytes, int offset, int count) throws IOException {
      return took(super.read(bytes, offset, count));
    }
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
