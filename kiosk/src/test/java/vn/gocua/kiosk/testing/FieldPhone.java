package vn.gocua.kiosk.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import vn.gocua.protocol.checkin.CheckInEndpoints;
import vn.gocua.protocol.checkin.CheckInList;
import vn.gocua.protocol.checkin.VerdictList;
import vn.gocua.protocol.client.Caller;
import vn.gocua.protocol.client.Json;
import vn.gocua.testkit.EngineProcess;
import vn.gocua.testkit.page.Leader;

/** A team's phone at the engine's API, for tests that are about other screens. */
public record FieldPhone(EngineProcess engine, String token) {

  public static FieldPhone enrol(EngineProcess engine, String team) {
    return new FieldPhone(engine, Leader.signIn(engine).enrol(team));
  }

  /**
   * Tells the engine that so many check-ins are still on the phone: in a header, which only the
   * phones' pages send and the client has not.
   */
  public void holds(int checkIns) {
    try {
      HttpURLConnection connection =
          (HttpURLConnection) engine.url(CheckInEndpoints.LATEST.path()).toURL().openConnection();
      connection.setRequestProperty("Authorization", "Bearer " + token);
      connection.setRequestProperty("X-Gocua-Waiting", String.valueOf(checkIns));
      if (connection.getResponseCode() != 200) {
        throw new IllegalStateException("answered " + connection.getResponseCode());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** My team's latest check-ins, newest first. */
  public List<CheckInList.Row> latest() {
    return engine.api().call(Caller.with(token), CheckInEndpoints.LATEST).checkIns();
  }

  /** Tells the engine nothing but the time by this phone, which is off by so much. */
  public void says(Duration off) {
    var _ = send(OffsetDateTime.now(ZoneOffset.UTC).plus(off), List.of());
  }

  /** Something was done just now; the answer is the check-in's id. */
  public String checkIn(String activity, int residents) {
    String id = UUID.randomUUID().toString();
    OffsetDateTime now = OffsetDateTime.now(ZoneOffset.UTC);
    Map<String, Object> item =
        Map.of(
            "id", id,
            "occurredAt", now,
            "activity", activity,
            "residents", residents,
            "groups", List.of("elderly"));
    VerdictList verdicts = send(now, List.of(item));
    if (!verdicts.results().getFirst().outcome().equals("accepted")) {
      throw new IllegalStateException(verdicts.toString());
    }
    return id;
  }

  private VerdictList send(OffsetDateTime sentAt, List<Map<String, Object>> checkIns) {
    byte[] body = Json.write(Map.of("sentAt", sentAt, "checkIns", checkIns));
    return engine
        .api()
        .sendAsIs(
            Caller.with(token), CheckInEndpoints.SUBMIT, new String(body, StandardCharsets.UTF_8));
  }
}
