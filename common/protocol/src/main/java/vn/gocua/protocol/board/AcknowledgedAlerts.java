package vn.gocua.protocol.board;

import java.time.OffsetDateTime;
import java.util.List;

/** Alerts that a leader has acknowledged, for all leaders. */
public record AcknowledgedAlerts(List<Row> acknowledgements) {

  /**
   * One acknowledgement.
   *
   * @param key the alert's
   * @param by the account
   */
  public record Row(String key, String by, OffsetDateTime at) {}

  public AcknowledgedAlerts {
    acknowledgements = List.copyOf(acknowledgements);
  }
}
