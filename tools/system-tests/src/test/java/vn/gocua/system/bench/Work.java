package vn.gocua.system.bench;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import vn.gocua.engine.checkin.event.CheckIn;
import vn.gocua.testkit.SampleCampaign;

/** An endless row of check-ins, the same in every run and for every contestant. */
final class Work {
  private static final List<String> ACTIVITIES =
      List.of("public-services", "digital-id", "apps", "payments", "commerce", "online-safety");
  private static final List<List<String>> GROUPS =
      List.of(List.of("elderly"), List.of(), List.of("elderly", "poor-household"), List.of());
  private static final List<String> HAMLETS = List.of("co-giao", "xam-xuyen", "van-la", "no-ban");

  private final LocalDate startDate;
  private final int days;

  /**
   * @param days over how many days, from the first on, the teams' work is spread
   */
  Work(LocalDate startDate, int days) {
    this.startDate = startDate;
    this.days = days;
  }

  /** The n-th check-in of a team. All of one round of a phone's batches fall on the same day. */
  CheckIn checkIn(int team, int day, int n) {
    Instant at =
        startDate
            .plusDays(day % days)
            .atTime(LocalTime.of(0, 1).plusSeconds(n % 50))
            .atZone(SampleCampaign.ZONE)
            .toInstant();
    return new CheckIn(
        SampleCampaign.team(team),
        at,
        ACTIVITIES.get(n % ACTIVITIES.size()),
        1 + n % 3,
        GROUPS.get(n % GROUPS.size()),
        5 + n % 40,
        HAMLETS.get(n % HAMLETS.size()),
        null,
        null);
  }
}
