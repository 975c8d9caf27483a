package vn.gocua.kiosk.desk.api;

import java.time.Instant;
import java.util.List;
import vn.gocua.kiosk.feed.Wire;

/**
 * All documents that were ever handed out, latest first.
 *
 * @param largest bytes of the largest file that the engine takes
 */
public record Documents(List<Row> documents, long largest) {

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
      Instant until,
      Instant sharedAt,
      String by,
      boolean active,
      int downloads) {
    public Row {
      Wire.require("document", id, name, type, url, until, sharedAt, by);
    }
  }

  public Documents {
    Wire.require("documents", documents);
    documents = List.copyOf(documents);
  }
}
