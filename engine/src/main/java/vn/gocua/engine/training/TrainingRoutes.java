package vn.gocua.engine.training;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import vn.gocua.base.text.FoldedText;
import vn.gocua.engine.http.api.Api;
import vn.gocua.engine.rights.Permission;
import vn.gocua.engine.training.TrainingReported.Unit;
import vn.gocua.protocol.campaign.CampaignReason;
import vn.gocua.protocol.campaign.TrainingEndpoints;
import vn.gocua.protocol.campaign.TrainingInfo;
import vn.gocua.protocol.campaign.TrainingReport.Staff;
import vn.gocua.protocol.refusal.Refusal;
import vn.gocua.protocol.refusal.RequestReason;

/** The training of staff over HTTP: leaders read it, admins report it. */
final class TrainingRoutes {
  private final TrainingService service;

  TrainingRoutes(TrainingService service) {
    this.service = service;
  }

  void mount(Api api) {
    api.on(TrainingEndpoints.READ)
        .may(Permission.READ_TRAINING)
        .instant(_ -> info(service.units()));
    api.on(TrainingEndpoints.REPORT)
        .may(Permission.REPORT_TRAINING)
        .large()
        .blocking(call -> info(service.report(units(call.body().units()), call.by(), call.now())));
  }

  private static TrainingInfo info(List<Unit> units) {
    return new TrainingInfo(
        units.stream()
            .map(unit -> new TrainingInfo.Unit(unit.name(), unit.trained(), unit.total()))
            .toList(),
        units.stream().mapToInt(Unit::trained).sum(),
        units.stream().mapToInt(Unit::total).sum());
  }

  private static List<Unit> units(List<Staff> reported) {
    List<Unit> units = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (Staff staff : reported) {
      String name = FoldedText.kept(staff.name());
      int trained = staff.trained() == null ? 0 : staff.trained();
      if (trained < 0 || trained > staff.total()) {
        throw Refusal.of(RequestReason.OUT_OF_RANGE, "trained", 0, staff.total());
      }
      units.add(new Unit(name, trained, staff.total()));
      if (!names.add(name)) {
        throw Refusal.of(CampaignReason.NAMED_TWICE, name);
      }
    }
    return units;
  }
}
