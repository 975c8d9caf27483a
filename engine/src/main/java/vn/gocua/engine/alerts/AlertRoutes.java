package vn.gocua.engine.alerts;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.regex.Pattern;
import vn.gocua.engine.http.api.Api;
import vn.gocua.engine.http.api.Call;
import vn.gocua.engine.rights.Permission;
import vn.gocua.protocol.board.AcknowledgedAlerts;
import vn.gocua.protocol.board.AlertEndpoints;
import vn.gocua.protocol.board.AlertKey;
import vn.gocua.protocol.refusal.Refusal;
import vn.gocua.protocol.refusal.RequestReason;

/** Acknowledged alerts over HTTP, for leaders. */
final class AlertRoutes {
  private static final Pattern KEY = Pattern.compile("[a-z]{1,20}(/[A-Za-z0-9:.+_-]{1,60}){1,4}");

  /** Age after which acknowledgements are no longer listed. */
  private static final Duration TOLD = Duration.ofDays(14);

  private final AlertService service;
  private final ZoneId zone;

  AlertRoutes(AlertService service, ZoneId zone) {
    this.service = service;
    this.zone = zone;
  }

  void mount(Api api) {
    api.on(AlertEndpoints.READ)
        .may(Permission.ACKNOWLEDGE_ALERTS)
        .instant(call -> view(service.all(), call.now()));
    api.on(AlertEndpoints.ACKNOWLEDGE)
        .may(Permission.ACKNOWLEDGE_ALERTS)
        .blocking(call -> view(service.acknowledge(key(call), call.by(), call.now()), call.now()));
    api.on(AlertEndpoints.REOPEN)
        .may(Permission.ACKNOWLEDGE_ALERTS)
        .blocking(call -> view(service.reopen(key(call), call.by(), call.now()), call.now()));
  }

  private static String key(Call<AlertKey> call) {
    String key = call.body().key();
    if (!KEY.matcher(key).matches()) {
      throw Refusal.of(RequestReason.WRONG_TYPE, "key");
    }
    return key;
  }

  private AcknowledgedAlerts view(Acknowledgements known, Instant now) {
    return new AcknowledgedAlerts(
        known.since(now.minus(TOLD)).stream()
            .map(a ->
                new AcknowledgedAlerts.Row(a.key(), a.by(), a.at().atZone(zone).toOffsetDateTime()))
            .toList());
  }
}
