package vn.gocua.kiosk.desk.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.gocua.protocol.checkin.CheckInItem;
import vn.gocua.protocol.client.Json;

/** The same line of the same sheet is the same check-in, whoever enters it. */
class PaperSheetTest {
  private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
  private static final PaperSheet SHEET =
      new PaperSheet(
          "hong-van-45", "T07", LocalDate.of(2025, 8, 12), PaperSheet.Part.AFTERNOON, "2a", null);
  private static final PaperSheet.Line LINE =
      new PaperSheet.Line(3, "apps", 2, List.of("poor-household", "elderly"), 4);

  @Test
  void shouldMakeAsManyCheckInsAsTheLineSays() {
    List<CheckInItem> items = SHEET.items(LINE, ZONE);
    assertThat(items).hasSize(4);
    assertThat(items.stream().map(CheckInItem::id).distinct()).hasSize(4);
    assertThat(items)
        .allSatisfy(item -> {
          assertThat(written(item)).isEqualTo("2025-08-12T13:00+07:00");
          assertThat(item.activity()).isEqualTo("apps");
          assertThat(item.residents()).isEqualTo(2);
          assertThat(item.groups()).isEqualTo(List.of("elderly", "poor-household"));
          assertThat(Json.text(item)).doesNotContain("hamlet");
        });
  }

  private static String written(CheckInItem item) {
    return item.occurredAt().atZone(ZONE).toOffsetDateTime().toString();
  }

  /** The engine takes the day's first moment for «no hour said». */
  @Test
  void shouldSayNoHourWhereThePaperNamesNoPartOfTheDay() {
    PaperSheet day =
        new PaperSheet(
            "hong-van-45", "T07", LocalDate.of(2025, 8, 12), PaperSheet.Part.DAY, "2a", null);
    assertThat(written(day.items(LINE, ZONE).getFirst())).isEqualTo("2025-08-12T00:00+07:00");
  }

  /** Ids in journals out there depend on how they are made: this one must never change. */
  @Test
  void shouldNameACheckInAsEver() {
    assertThat(SHEET.id(3, 1)).isEqualTo("01904643-53e2-3cb9-8ccd-f5a7a44915c0");
  }

  @Test
  void shouldNameItByWhatStandsOnThePaperAlone() {
    PaperSheet again =
        new PaperSheet(
            "hong-van-45",
            "T07",
            LocalDate.of(2025, 8, 12),
            PaperSheet.Part.EVENING,
            " 2A ",
            "co-giao");
    assertThat(again.id(3, 1)).isEqualTo(SHEET.id(3, 1));
  }

  @Test
  void shouldNameEveryLineOfEverySheetOtherwise() {
    Set<String> ids = new HashSet<>();
    int made = 0;
    for (String team : List.of("T01", "T02")) {
      for (int day = 1; day <= 3; day++) {
        for (String number : List.of("1", "2", "11")) {
          PaperSheet sheet =
              new PaperSheet(
                  "hong-van-45",
                  team,
                  LocalDate.of(2025, 8, day),
                  PaperSheet.Part.MORNING,
                  number,
                  null);
          for (int line = 1; line <= 12; line++) {
            for (int time = 1; time <= 12; time++) {
              ids.add(sheet.id(line, time));
              made++;
            }
          }
        }
      }
    }
    assertThat(ids).hasSize(made);
  }
}
