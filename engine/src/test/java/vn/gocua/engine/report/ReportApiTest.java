package vn.gocua.engine.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openpdf.text.pdf.PdfReader;
import org.openpdf.text.pdf.parser.PdfTextExtractor;
import tools.jackson.databind.JsonNode;
import vn.gocua.engine.support.Item;
import vn.gocua.engine.support.RunningEngine;
import vn.gocua.testkit.SettableClock;

/** A report says what the board says, in the form that offices are used to. */
class ReportApiTest {
  private static final String NOW = "2025-08-12T21:05:12+07:00";
  private static final Item VOIDED = Item.at("2025-08-12T08:00:00+07:00").with("residents", 40);

  private static RunningEngine engine;

  @BeforeAll
  static void start(@TempDir Path folder) {
    engine = RunningEngine.start(folder, SettableClock.at(NOW));
    engine
        .phone("T02")
        .send(
            Item.at("2025-08-11T09:00:00+07:00").with("residents", 3),
            Item.at("2025-08-12T09:00:00+07:00")
                .with("activity", "class")
                .with("residents", 12)
                .with("groups", List.of("elderly")),
            VOIDED)
        .expect(200);
    engine.phone("T04").send(Item.at("2025-08-12T10:00:00+07:00").with("residents", 2)).expect(200);
    engine.leader().voided(VOIDED, "mistake").expect(200);
    await().until(() -> engine.anybody().board().path("totals").path("checkIns").asInt() == 3);
  }

  @AfterAll
  static void stop() {
    engine.close();
  }

  private static String csv(String path) {
    return engine.leader().get("/api/v1/reports/" + path).expect(200).body();
  }

  @Test
  void shouldReportTheDaysNumbersAsTheBoardHasThem() {
    JsonNode board = engine.anybody().board();
    String report = csv("day.csv");
    assertThat(report)
        .contains("Trong ngày 12/08/2025, 2/4 tổ chuyển đổi số cộng")
        .contains("ghi nhận 2 lượt hỗ trợ, giúp 14 lượt người dân")
        .contains("3 lượt hỗ trợ, đạt 0,1 % chỉ tiêu 4.500 lượt; 17 lượt người được giúp")
        .contains("Có 2 tổ chưa có lượt nào trong ngày: Tổ 01, Tổ 03.")
        .contains("\r\n2,Tổ 02,1,12,2,15,1200,0.0017\r\n")
        .contains("\r\n,Tổng,2,14,3,17,4500,0.0007\r\n")
        .contains("lúc 21:05:12 ngày 12/08/2025, phiên bản sổ " + board.path("version").asInt());
    assertThat(board.path("today").path("residents").asInt()).isEqualTo(14);
    assertThat(board.path("totals").path("residents").asInt()).isEqualTo(17);
  }

  @Test
  void shouldReportADayThatIsOver() {
    assertThat(csv("day.csv?date=2025-08-11"))
        .contains("ngày 11/08/2025 (ngày thứ 1/45)")
        .contains("\r\n,Tổng,1,3,1,3,4500,");
  }

  @Test
  void shouldReportTheCampaignSoFar() {
    assertThat(csv("campaign.csv"))
        .contains("Đã qua 2/45 ngày.")
        .contains("\r\n1,2025-08-11,1,3\r\n2,2025-08-12,2,14\r\n,Tổng,3,17\r\n");
  }

  @Test
  void shouldReportTheTrainingOfStaff() {
    String units =
        "{\"units\":[{\"name\":\"Văn phòng\",\"trained\":7,\"total\":9},"
            + "{\"name\":\"Trạm y tế\",\"trained\":2,\"total\":3}]}";
    engine.leader().send("PUT", "/api/v1/training", BodyPublishers.ofString(units)).expect(200);
    assertThat(csv("campaign.csv"))
        .contains("cơ bản: 9/12 người, đạt 75,0 %, tại 2 đơn vị.")
        .contains("\r\n,Tổng,9,12,0.7500\r\n");
    String twice = units.replace("Trạm y tế", "Văn phòng");
    assertThat(
            engine
                .leader()
                .send("PUT", "/api/v1/training", BodyPublishers.ofString(twice))
                .problem())
        .isEqualTo("400 named-twice");
  }

  @Test
  void shouldPrintTheFormThatOfficesAreUsedTo() throws IOException, InterruptedException {
    byte[] pdf = engine.leader().file("/api/v1/reports/day.pdf");
    PdfReader reader = new PdfReader(pdf);
    StringBuilder text = new StringBuilder();
    for (int page = 1; page <= reader.getNumberOfPages(); page++) {
      text.append(new PdfTextExtractor(reader).getTextFromPage(page)).append('\n');
    }
    assertThat(text.toString().replaceAll("\\s+", " "))
        .contains("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
        .contains("Độc lập - Tự do - Hạnh phúc")
        .contains("ỦY BAN NHÂN DÂN XÃ HỒNG VÂN")
        .contains("Hồng Vân, ngày 12 tháng 8 năm 2025")
        .contains("BÁO CÁO")
        .contains("DỮ LIỆU MẪU")
        .contains("1. Theo nội dung hỗ trợ")
        .contains("Dịch vụ công trực tuyến")
        .contains("Nơi nhận:");
    assertThat(reader.getPageSize(1).getWidth()).isEqualTo(595);
    assertThat(new String(pdf, java.nio.charset.StandardCharsets.ISO_8859_1))
        .contains("LiberationSerif", "/FontFile2");
  }

  @Test
  void shouldRefuseADayThatIsNone() {
    assertThat(engine.leader().get("/api/v1/reports/day.pdf?date=2025-08-10").problem())
        .isEqualTo("404 no-such-day");
    assertThat(engine.leader().get("/api/v1/reports/day.csv?date=10.8.").problem())
        .isEqualTo("400 invalid-date");
  }
}
