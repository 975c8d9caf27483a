package vn.gocua.protocol.checkin;

import vn.gocua.protocol.endpoint.Endpoint;

/** Check-ins: of phones, of leaders, and from backups. */
public final class CheckInEndpoints {
  public static final Endpoint<CheckInUpload, VerdictList> SUBMIT =
      Endpoint.post("/api/v1/check-ins").takes(CheckInUpload.class).answers(VerdictList.class);
  public static final Endpoint<Void, CheckInList> LATEST =
      Endpoint.get("/api/v1/check-ins").answers(CheckInList.class);
  public static final Endpoint<VoidOrder, VoidedCheckIn> VOID =
      Endpoint.post("/api/v1/check-ins/{id}/void")
          .takes(VoidOrder.class)
          .answers(VoidedCheckIn.class);
  public static final Endpoint<EnteredCheckIns, VerdictList> ENTER =
      Endpoint.post("/api/v1/teams/{team}/check-ins")
          .takes(EnteredCheckIns.class)
          .answers(VerdictList.class);
  public static final Endpoint<Void, BackupVerdicts> TAKE_BACKUP =
      Endpoint.post("/api/v1/teams/{team}/backups").answers(BackupVerdicts.class);

  private CheckInEndpoints() {}
}
