package vn.gocua.kiosk.desk.data;

import java.util.List;
import java.util.Map;
import vn.gocua.protocol.access.DeviceList;
import vn.gocua.protocol.board.AcknowledgedAlerts;
import vn.gocua.protocol.campaign.TrainingInfo;
import vn.gocua.protocol.help.HelpRequestList;

/**
 * Data for leaders beside the board.
 *
 * @param known false until the engine has sent it once
 * @param acknowledged alerts that a leader has acknowledged, by their keys
 */
public record DeskData(
    boolean known,
    List<HelpRequestList.Row> requests,
    List<DeviceList.Row> devices,
    TrainingInfo training,
    Map<String, AcknowledgedAlerts.Row> acknowledged) {
  public static final DeskData UNKNOWN =
      new DeskData(false, List.of(), List.of(), TrainingInfo.NONE, Map.of());

  public DeskData {
    requests = List.copyOf(requests);
    devices = List.copyOf(devices);
    acknowledged = Map.copyOf(acknowledged);
  }
}
