package vn.gocua.kiosk.desk.data;

import java.util.List;
import java.util.Map;
import vn.gocua.kiosk.desk.api.Acknowledged;
import vn.gocua.kiosk.desk.api.Devices;
import vn.gocua.kiosk.desk.api.HelpRequests;
import vn.gocua.kiosk.desk.api.Training;

/**
 * What leaders know beside the board.
 *
 * @param known false until the engine has told it once
 * @param acknowledged alerts that a leader knows of, by their keys
 */
public record DeskData(
    boolean known,
    List<HelpRequests.Row> requests,
    List<Devices.Row> devices,
    Training training,
    Map<String, Acknowledged.Row> acknowledged) {
  public static final DeskData UNKNOWN =
      new DeskData(false, List.of(), List.of(), Training.NONE, Map.of());

  public DeskData {
    requests = List.copyOf(requests);
    devices = List.copyOf(devices);
    acknowledged = Map.copyOf(acknowledged);
  }
}
