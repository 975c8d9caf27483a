package vn.gocua.rehearsal.plan;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;
import vn.gocua.rehearsal.plan.CampaignFacts.TeamFacts;

/** Campaigns to plan for. */
public final class Facts {
  /** A Monday. */
  public static final LocalDate FIRST_DAY = LocalDate.of(2025, 8, 11);

  private Facts() {}

  public static CampaignFacts campaign(int days, int teams) {
    return new CampaignFacts(
        FIRST_DAY,
        days,
        ZoneId.of("Asia/Ho_Chi_Minh"),
        IntStream.rangeClosed(1, teams)
            .mapToObj(n -> new TeamFacts("T%02d".formatted(n), 5 + n % 2, List.of("van-la")))
            .toList(),
        List.of("public-services", "digital-id", "apps", "payments", "class", "on-duty"),
        List.of("elderly", "disability"));
  }
}
