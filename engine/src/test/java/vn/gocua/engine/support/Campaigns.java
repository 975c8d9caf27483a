package vn.gocua.engine.support;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.gocua.engine.campaign.Campaign;
import vn.gocua.engine.campaign.Named;
import vn.gocua.engine.campaign.Target;
import vn.gocua.engine.campaign.Team;
import vn.gocua.engine.campaign.Weekdays;

/** Campaigns for tests that need no files. */
public final class Campaigns {
  private Campaigns() {}

  /** Some teams, T01 …, with 300 check-ins to make each. */
  public static Campaign of(LocalDate start, int days, ZoneId zone, int teams) {
    Map<String, Team> byCode = new LinkedHashMap<>();
    for (int i = 1; i <= teams; i++) {
      String code = String.format("T%02d", i);
      byCode.put(code, new Team(code, "Tổ " + code.substring(1), 5, List.of("co-giao"), 300));
    }
    return new Campaign(
        "thu-nghiem",
        "Thử nghiệm",
        "",
        true,
        1,
        start,
        days,
        zone,
        List.of(new Named("public-services", "Dịch vụ công"), new Named("on-duty", "Trực")),
        List.of(new Named("elderly", "Người cao tuổi"), new Named("disability", "Khuyết tật")),
        List.of(new Named("co-giao", "Cơ Giáo")),
        byCode,
        new Target(300 * teams, 450 * teams),
        Weekdays.EVEN);
  }
}
