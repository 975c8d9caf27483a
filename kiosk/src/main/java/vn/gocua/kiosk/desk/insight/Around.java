package vn.gocua.kiosk.desk.insight;

import java.util.List;
import vn.gocua.kiosk.desk.api.Devices;
import vn.gocua.kiosk.desk.api.HelpRequests;

/**
 * What leaders know beside the board.
 *
 * @param known false until the engine has told it once
 */
public record Around(boolean known, List<HelpRequests.Row> requests, List<Devices.Row> devices) {
  public static final Around UNKNOWN = new Around(false, List.of(), List.of());

  public Around {
    requests = List.copyOf(requests);
    devices = List.copyOf(devices);
  }
}
