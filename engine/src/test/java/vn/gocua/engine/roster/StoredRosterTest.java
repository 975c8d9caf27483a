package vn.gocua.engine.roster;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import vn.gocua.engine.campaign.CodedName;
import vn.gocua.engine.campaign.TeamRow;
import vn.gocua.engine.support.StoredFacts;

/** Changes of the roster in journals out there can be read for ever. */
class StoredRosterTest extends StoredFacts<RosterChanged> {
  private static final RosterChanged FACT =
      new RosterChanged(
          List.of(
              new TeamRow("T05", "Tổ 05", 7, List.of("la-thuong"), "Nhà văn hóa thôn", null, null)),
          List.of("T04"),
          List.of(new CodedName("la-thuong", "La Thượng")),
          List.of("van-la"),
          "leader",
          Instant.parse("2025-08-12T02:30:00.250Z"));

  private static final RosterChanged REPLACING =
      new RosterChanged(
          List.of(new TeamRow("T05", "Tổ 05", 9, List.of("la-thuong"), null, null, null)),
          List.of("T03"),
          List.of(new CodedName("la-thuong", "La Thượng Mới")),
          List.of(),
          new RosterChanged.Was(
              List.of(
                  new TeamRow("T03", "Tổ 03", 4, List.of("la-thuong"), null, null, null),
                  new TeamRow(
                      "T05", "Tổ 05", 7, List.of("la-thuong"), "Nhà văn hóa thôn", null, null)),
              List.of(new CodedName("la-thuong", "La Thượng"))),
          "leader",
          Instant.parse("2025-08-12T02:30:00.250Z"));

  StoredRosterTest() {
    super(RosterChanged.class, RosterChanged.FACTS);
  }

  @Override
  protected Stream<Sample<RosterChanged>> samples() {
    return Stream.of(
        new Sample<>("roster-changed-1", "hong-van-45/roster", 2, FACT),
        new Sample<>("roster-changed-1-was", "hong-van-45/roster", 3, REPLACING));
  }
}
