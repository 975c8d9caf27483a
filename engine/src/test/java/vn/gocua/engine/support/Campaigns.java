package vn.gocua.engine.support;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import vn.gocua.engine.campaign.Campaign;
import vn.gocua.engine.campaign.CodedName;
import vn.gocua.engine.campaign.Edition;
import vn.gocua.engine.campaign.Target;
import vn.gocua.engine.campaign.Team;
import vn.gocua.engine.campaign.Weekdays;

/** Campaigns for tests that need no files. */
public final class Campaigns {
  private Campaigns() {}

  /** Some teams, T01 …, with 300 check-ins to make each. */
  public static Campaign of(LocalDate start, int days, ZoneId zone, int teams) {
    return new Campaign("thu-nghiem", start, days, zone, edition(1, teams));
  }

  /** A revision of it, in which each team has so many more check-ins to make. */
  public static Edition edition(int revision, int teams) {
    List<Team> all = new ArrayList<>();
    for (int i = 1; i <= teams; i++) {
      String code = String.format("T%02d", i);
      int target = 300 + 10 * (revision - 1);
      all.add(new Team(code, "Tổ " + code.substring(1), 5, List.of("co-giao"), target));
    }
    return new Edition(
        revision,
        "Thử nghiệm",
        "",
        true,
        List.of(new CodedName("public-services", "Dịch vụ công"), new CodedName("on-duty", "Trực")),
        List.of(
            new CodedName("elderly", "Người cao tuổi"), new CodedName("disability", "Khuyết tật")),
        List.of(new CodedName("co-giao", "Cơ Giáo")),
        all,
        new Target(300 * teams, 450 * teams),
        Weekdays.EVEN,
        null);
  }
}
