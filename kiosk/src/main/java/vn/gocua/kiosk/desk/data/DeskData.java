package vn.gocua.kiosk.desk.data;

import java.util.List;
import java.util.Map;
import vn.gocua.protocol.access.DeviceList;
import vn.gocua.protocol.board.AcknowledgedAlerts;
import vn.gocua.protocol.campaign.TrainingInfo;
import vn.gocua.protocol.help.HelpRequestList;
import vn.gocua.protocol.reading.ContactReadings;

/**
 * Data for leaders beside the board.
 *
 * @param known false until the engine has sent it once
 * @param readings who reads many contacts
 * @param acknowledged alerts that a leader has acknowledged, by their keys
 */
public record DeskData(
    boolean known,
    List<HelpRequestList.Row> requests,
    List<DeviceList.Row> devices,
    TrainingInfo training,
    ContactReadings readings,
    Map<String, AcknowledgedAlerts.Row> acknowledged) {
  public static final DeskData UNKNOWN =
      new DeskData(false, List.of(), List.of(), TrainingInfo.NONE, ContactReadings.NONE, Map.of());

  public DeskData {
    requests = List.copyOf(requests);
    devices = List.copyOf(devices);
    acknowledged = Map.copyOf(acknowledged);
  }
}
