package vn.gocua.protocol.content;

import java.time.OffsetDateTime;
import java.util.List;

/**
 * All documents that were ever handed out, latest first.
 *
 * @param largest bytes of the largest file that the engine takes
 */
public record DocumentList(List<Row> documents, long largest) {

  /**
   * One document.
   *
   * @param size in bytes
   * @param url what its QR code shows
   * @param until when it stops being handed out
   * @param active whether it is handed out now
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
