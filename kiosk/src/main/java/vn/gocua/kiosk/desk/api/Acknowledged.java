package vn.gocua.kiosk.desk.api;

import java.time.Instant;
import java.util.List;
import vn.gocua.kiosk.feed.Wire;

/** Alerts that a leader has said to know of, for all leaders. */
public record Acknowledged(List<Row> acknowledgements) {

  /**
   * One of them.
   *
   * @param key the alert's
   * @param by the account
   */
  public record Row(String key, String by, Instant at) {
    public Row {
      Wire.require("acknowledgement", key, by, at);
    }
  }

  public Acknowledged {
    Wire.require("acknowledgements", acknowledgements);
    acknowledgements = List.copyOf(acknowledgements);
  }
}
