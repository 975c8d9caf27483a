package vn.gocua.engine.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipFile;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import vn.gocua.engine.support.Answer;
import vn.gocua.engine.support.Item;
import vn.gocua.engine.support.RunningEngine;
import vn.gocua.testkit.SettableClock;

/** What leaders take away as a file is what is counted, voided check-ins marked. */
class ExportApiTest {
  private static final String NOW = "2025-08-13T09:30:00+07:00";
  private static final Item VOIDED = Item.at("2025-08-12T08:00:00+07:00").with("residents", 9);

  private static RunningEngine engine;

  @BeforeAll
  static void start(@TempDir Path folder) {
    engine = RunningEngine.start(folder, SettableClock.at(NOW));
    engine
        .phone("T02")
        .send(
            Item.at("2025-08-11T09:00:00+07:00")
                .with("residents", 3)
                .with("groups", List.of("poor-household", "elderly"))
                .with("hamlet", "van-la"),
            VOIDED)
        .expect(200);
    engine.phone("T01").send(Item.at("2025-08-12T07:00:00+07:00").with("residents", 2)).expect(200);
    engine.leader().voided(VOIDED, "double").expect(200);
  }

  @AfterAll
  static void stop() {
    engine.close();
  }

  private static List<String> lines(String query) {
    Answer answer = engine.leader().get("/api/v1/export/check-ins.csv" + query).expect(200);
    return new ArrayList<>(List.of(answer.body().split("\r\n")));
  }

  @Test
  void shouldWriteEveryCheckInOnceByDayAndTeam() {
    List<String> lines = lines("");
    assertThat(lines).hasSize(4);
    assertThat(lines.getFirst()).startsWith("\uFEFFMã lượt,Ngày,Giờ,");
    assertThat(lines.get(1))
        .contains(",2025-08-11,09:00,")
        .contains("Tổ 02")
        .contains(",3,\"Người cao tuổi; Hộ nghèo, cận nghèo\",")
        .contains("Vân La");
    assertThat(lines.get(2)).contains(",T01,Tổ 01,").contains(",2,");
    assertThat(lines.get(3)).contains(VOIDED.id()).contains(",0,Ghi hai lần,2025-08-13 09:30:00");
  }

  @Test
  void shouldWriteOnlyWhatWasAskedFor() {
    assertThat(lines("?from=2025-08-12")).hasSize(3);
    assertThat(lines("?to=2025-08-11")).hasSize(2);
    assertThat(lines("?team=T01")).hasSize(2).last().asString().contains("T01");
  }

  @Test
  void shouldSpeakTheAskersLanguage() {
    Answer answer =
        engine.leader().with("accept-language", "en").get("/api/v1/export/check-ins.csv");
    assertThat(answer.body()).contains("Residents").contains("Entered twice");
  }

  @Test
  void shouldNameTheFile() {
    Answer answer = engine.leader().get("/api/v1/export/check-ins.csv").expect(200);
    assertThat(answer.header("content-disposition"))
        .startsWith("attachment; filename=\"check-ins-2025-08-11-2025-09-24.csv\"");
    assertThat(answer.header("cache-control")).isEqualTo("no-store");
  }

  @Test
  void shouldRefuseWhatIsNoSelection() {
    assertThat(engine.leader().get("/api/v1/export/check-ins.csv?from=hôm-qua").problem())
        .isEqualTo("400 invalid-date");
    assertThat(
            engine
                .leader()
                .get("/api/v1/export/check-ins.xlsx?from=2025-08-12&to=2025-08-11")
                .problem())
        .isEqualTo("400 from-after-to");
    assertThat(engine.leader().get("/api/v1/export/check-ins.csv?team=T99").problem())
        .isEqualTo("404 unknown-team");
  }

  @Test
  void shouldTellWhoeverAskedHowFarItIs() {
    engine.leader().get("/api/v1/export/check-ins.csv?watch=cua-toi-01").expect(200);
    String progress = "/api/v1/export/progress/cua-toi-01";
    Answer answer = engine.leader().get(progress).expect(200);
    assertThat(answer.json().path("done").asInt()).as("days of teams").isEqualTo(3);
    assertThat(answer.json().path("of").asInt()).isEqualTo(3);
    assertThat(engine.leader().get("/api/v1/export/progress/cua-ai-khac").problem())
        .isEqualTo("404 unknown-export");
  }

  @Test
  void shouldWriteTheSameIntoAWorkbook(@TempDir Path folder) throws Exception {
    Path workbook = folder.resolve("check-ins.xlsx");
    Files.write(workbook, engine.leader().file("/api/v1/export/check-ins.xlsx"));
    try (ZipFile zip = new ZipFile(workbook.toFile())) {
      Document sheet =
          DocumentBuilderFactory.newInstance()
              .newDocumentBuilder()
              .parse(zip.getInputStream(zip.getEntry("xl/worksheets/sheet1.xml")));
      assertThat(sheet.getDocumentElement().getTextContent())
          .contains("Nội dung hỗ trợ", VOIDED.id(), "Ghi hai lần");
      assertThat(sheet.getElementsByTagName("f").getLength()).isZero();
      assertThat(sheet.getElementsByTagName("row").getLength()).isEqualTo(4);
    }
  }
}
