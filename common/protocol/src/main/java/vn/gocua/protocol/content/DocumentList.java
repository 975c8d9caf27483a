package vn.gocua.protocol.content;

import java.time.OffsetDateTime;
import java.util.List;

/**
 * All documents ever shared, latest first.
 *
 * @param largest bytes of the largest accepted file
 */
public record DocumentList(List<Row> documents, long largest) {

  /**
   * One document.
   *
   * @param size in bytes
   * @param url content of its QR code
   * @param until end of the sharing
   * @param active whether it is shared now
   */
  public record Row(
      String id,
      String name,
      String type,
      long size,
      String url,
      OffsetDateTime until,
      OffsetDateTime sharedAt,
      String by,
      boolean active,
      int downloads) {}

  public DocumentList {
    documents = List.copyOf(documents);
  }
}
