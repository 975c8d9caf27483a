package vn.gocua.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.gocua.rehearsal.counts.Count;
import vn.gocua.rehearsal.counts.ExpectedCounts;
import vn.gocua.rehearsal.counts.Tallied;
import vn.gocua.rehearsal.plan.CampaignFacts;
import vn.gocua.rehearsal.plan.CampaignFacts.TeamFacts;

/** What phones in a browser say they entered counts in a rehearsal like what the others did. */
class PagesReportTest {
  private static final CampaignFacts FACTS =
      new CampaignFacts(
          LocalDate.of(2025, 8, 11),
          3,
          ZoneId.of("Asia/Ho_Chi_Minh"),
          List.of(new TeamFacts("T01", 5, List.of("co-giao"))),
          List.of("apps"),
          List.of("elderly"));

  @TempDir private Path folder;

  @Test
  void shouldCountWhatThePagesEnteredOnTheDayThatTheEngineGaveIt() throws Exception {
    ExpectedCounts counts = new ExpectedCounts();
    read("""
    {"phones":2,"reloads":1,"kills":1,"offline":3,"undone":0,"powerCuts":1,"unsent":0,"later":true,
     "problems":["T01: x was kept and is gone"],
     "counted":[
      {"id":"0198a000-0000-7000-8000-000000000001","team":"T01","occurredAt":"2025-08-12T23:30:00+07:00",
       "activity":"apps","residents":3,"groups":["elderly"]}]}
    """)
        .enterInto(counts, FACTS);
    Tallied tallied = counts.tallied();
    assertThat(tallied.byDay()).containsExactly(Map.entry(2, new Count(1, 3)));
    assertThat(tallied.byGroup()).containsEntry("elderly", 3L);
    assertThat(counts.surprises()).containsExactly("T01: x was kept and is gone");
  }

  @Test
  void shouldNotHoldWithoutTheirReport() {
    assertThatThrownBy(() ->
            PagesReport.await(folder.resolve("none.json"), InstantSource.system(), Duration.ZERO))
        .isInstanceOf(RehearsalFailed.class)
        .hasMessage("no-pages");
    assertThatThrownBy(() -> read("{")).isInstanceOf(RehearsalFailed.class);
  }

  private PagesReport read(String json) throws IOException, RehearsalFailed, InterruptedException {
    Path file = Files.writeString(folder.resolve("pages.json"), json);
    return PagesReport.await(file, InstantSource.system(), Duration.ZERO);
  }
}
