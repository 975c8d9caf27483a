package vn.gocua.system.chaos.check;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.gocua.testkit.SampleCampaign;

/**
 * A check-in as a team's member entered it on a phone.
 *
 * @param occurredAt by the phone's clock
 * @param clockOffset seconds that this clock lacked at the tap; 0 for a clock that is right
 * @param replaces the check-in it corrects
 */
public record Entry(
    String id,
    String team,
    Instant occurredAt,
    long clockOffset,
    String activity,
    int residents,
    List<String> groups,
    @Nullable String replaces) {

  /** The day it has to be counted on. */
  public LocalDate date() {
    return occurredAt.plusSeconds(clockOffset).atZone(SampleCampaign.ZONE).toLocalDate();
  }

  /** What goes over the wire. */
  public Map<String, Object> json() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", id);
    json.put("occurredAt", occurredAt.toString());
    json.put("clockOffset", clockOffset);
    json.put("activity", activity);
    json.put("residents", residents);
    json.put("groups", groups);
    if (replaces != null) {
      json.put("replaces", replaces);
    }
    return json;
  }

  /** The same id with something else in it. */
  public Entry contradicted() {
    return new Entry(id, team, occurredAt, clockOffset, activity, residents + 1, groups, replaces);
  }
}
