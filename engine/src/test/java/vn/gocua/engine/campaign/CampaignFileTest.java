package vn.gocua.engine.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.gocua.base.settings.ConfigErrors;
import vn.gocua.base.settings.InvalidConfig;
import vn.gocua.engine.support.ConfigFolder;

/** A commune's two files: read whole, or every mistake named with its place. */
class CampaignFileTest {
  private ConfigFolder config;

  @BeforeEach
  void write(@TempDir Path folder) {
    config = ConfigFolder.in(folder);
  }

  private CampaignPlan read() {
    ConfigErrors errors = new ConfigErrors();
    CampaignPlan plan = CampaignFile.read(config.path(), errors);
    errors.throwIfAny();
    return plan;
  }

  private List<String> mistakes() {
    InvalidConfig bad = catchThrowableOfType(InvalidConfig.class, this::read);
    assertThat(bad).as("a mistake should be found").isNotNull();
    return bad.mistakes();
  }

  @Test
  void shouldReadWhatIsWritten() {
    CampaignPlan plan = read();
    assertThat(plan.id()).isEqualTo("thu-nghiem");
    assertThat(plan.startDate()).isEqualTo(LocalDate.of(2025, 8, 11));
    assertThat(plan.zone()).isEqualTo(ZoneId.of("Asia/Ho_Chi_Minh"));
    assertThat(plan.revision()).isEqualTo(3);
    assertThat(plan.activities()).hasSize(8);
    assertThat(plan.groups()).contains(new CodedName("elderly", "Người cao tuổi"));
    assertThat(plan.teams().get(1))
        .isEqualTo(new Team("T02", "Tổ 02", 5, List.of("co-giao", "van-la"), 1200));
  }

  @Test
  void shouldShareOutTheTargetByMembers() {
    List<Integer> targets = read().teams().stream().map(Team::target).toList();
    assertThat(targets).containsExactly(1440, 1200, 960, 900);
    assertThat(targets.stream().mapToInt(i -> i).sum()).isEqualTo(4500);
  }

  @Test
  void shouldShareOutWithoutARest() {
    config.replace("campaign.yaml", "checkIns: 4500", "checkIns: 1000");
    assertThat(read().teams().stream().mapToInt(Team::target).sum()).isEqualTo(1000);
    config.replace("campaign.yaml", "checkIns: 1000", "checkIns: 100");
    assertThat(read().teams().stream().map(Team::target)).containsExactly(0, 0, 0, 900);
  }

  @Test
  void shouldReadTextInOneForm() {
    // «ổ» as o, circumflex and hook, as some keyboards write it.
    config.replace("teams.yaml", "Tổ 01", "To\u0302\u0309 01");
    assertThat(read().teams().getFirst().name()).isEqualTo("Tổ 01");
  }

  @Test
  void shouldCallTheTeamsAsTheCommuneDoes() {
    assertThat(read().teamWord()).isEqualTo("tổ chuyển đổi số cộng đồng");
    config.replace("campaign.yaml", "teamWord: tổ chuyển đổi số cộng đồng", "");
    CampaignPlan plan = read();
    assertThat(plan.teamWord()).isNull();
    assertThat(plan.startingOn(LocalDate.of(2025, 8, 11)).teamWord())
        .isEqualTo("tổ công nghệ số cộng đồng");
    config.replace("campaign.yaml", "days: 45", "days: 45\nteamWord: " + "tổ ".repeat(20));
    assertThat(mistakes()).singleElement().asString().startsWith("campaign.yaml:8: ");
  }

  @Test
  void shouldReadTheWeightsOfWeekdays() {
    assertThat(read().weekdays()).isEqualTo(Weekdays.EVEN);
    config.replace("campaign.yaml", "days: 45", "days: 45\nweekdayWeights: { sunday: 0.5 }");
    assertThat(read().weekdays().of(DayOfWeek.SUNDAY)).isEqualTo(0.5);
    assertThat(read().weekdays().of(DayOfWeek.MONDAY)).isEqualTo(1);
    config.replace("campaign.yaml", "sunday: 0.5", "sunday: -1, freitag: 1");
    assertThat(mistakes())
        .anyMatch(mistake -> mistake.startsWith("campaign.yaml:8:") && mistake.contains("-1"))
        .anyMatch(mistake -> mistake.contains("freitag"));
  }

  @ParameterizedTest(name = "{1} → {2}")
  @CsvSource(
      delimiter = '|',
      value = {
        "id: thu-nghiem|id: Thử nghiệm|campaign.yaml:1",
        "id: thu-nghiem|id: [a]|campaign.yaml:1",
        "id: thu-nghiem|identity: thu-nghiem|campaign.yaml:1",
        "sample: true|sample: maybe|campaign.yaml:4",
        "revision: 3|revision: three|campaign.yaml:5",
        "startDate: 2025-08-11|startDate: 2025-02-30|campaign.yaml:6",
        "startDate: 2025-08-11|startDate: first run|campaign.yaml:6",
        "days: 45|days: 0|campaign.yaml:7",
        "days: 45|days: 45.5|campaign.yaml:7",
        "days: 45|days:|campaign.yaml:7",
        "zone: Asia/Ho_Chi_Minh|zone: Hồng Vân|campaign.yaml:8",
        "{ code: apps, name: Ứng dụng }|{ code: apps }|campaign.yaml:13",
        "{ code: apps, name: Ứng dụng }|{ code: apps!, name: x }|campaign.yaml:13",
        "{ code: apps, name: Ứng dụng }|apps|campaign.yaml:13",
        "{ code: apps, name: Ứng dụng }|{ code: payments, name: x }|campaign.yaml:14",
        "{ code: apps, name: Ứng dụng }|{ code: apps, name: x, icon: y }|campaign.yaml:13",
        "checkIns: 4500|checkIns: -1|campaign.yaml:26",
        "residents: 6750|residents: 6.750|campaign.yaml:27",
        "residents: 6750|people: 6750|campaign.yaml:27"
      })
  void shouldNameAMistakeInTheCampaignWithItsLine(String right, String wrong, String place) {
    config.replace("campaign.yaml", right, wrong);
    assertThat(mistakes()).anyMatch(mistake -> mistake.startsWith(place + ":"));
  }

  @Test
  void shouldRefuseAnEmptyName() {
    config.replace("campaign.yaml", "name: 45 ngày", "name: '' # 45 ngày");
    assertThat(mistakes())
        .containsExactly("campaign.yaml:2: «name» không được để trống / «name» must not be empty");
  }

  @Test
  void shouldRefuseNamesThatNoScreenCanShow() {
    config.replace("teams.yaml", "Tổ 01", "Tổ " + "1".repeat(57));
    config.replace("campaign.yaml", "name: 45 ngày", "name: " + "4".repeat(60) + " 45 ngày");
    read();
    config.replace("teams.yaml", "Tổ 11", "Tổ 111");
    config.replace("campaign.yaml", "name: 4", "name: " + "4".repeat(60));
    assertThat(mistakes()).hasSize(2);
    assertThat(mistakes().getFirst()).startsWith("campaign.yaml:2: ").contains("120");
    assertThat(mistakes().getLast()).startsWith("teams.yaml:6: ").contains("60", "61");
  }

  @ParameterizedTest(name = "{1} → {2}")
  @CsvSource(
      delimiter = '|',
      value = {
        "members: 6|members: 0|teams.yaml:6",
        "members: 6|members: six|teams.yaml:6",
        "code: T02|code: T01|teams.yaml:7",
        "code: T02|code: Tổ 2|teams.yaml:7",
        "code: co-giao, name: Cơ Giáo|code: van-la, name: x|teams.yaml:3",
        "[co-giao, van-la]|[co-giao, atlantis]|teams.yaml:7",
        "[co-giao, van-la]|[]|teams.yaml:7",
        "[co-giao, van-la]|co-giao|teams.yaml:7",
        "target: 900|target: many|teams.yaml:9",
        "target: 900|leader: somebody|teams.yaml:9"
      })
  void shouldNameAMistakeAmongTheTeamsWithItsLine(String right, String wrong, String place) {
    config.replace("teams.yaml", right, wrong);
    assertThat(mistakes()).anyMatch(mistake -> mistake.startsWith(place + ":"));
  }

  @Test
  void shouldNameAllMistakesOfBothFilesAtOnce() {
    config
        .replace("campaign.yaml", "days: 45", "days: none")
        .replace("campaign.yaml", "residents: 6750", "residents: none")
        .replace("teams.yaml", "members: 4", "members: none")
        .replace("teams.yaml", "target: 900", "goal: 900");
    assertThat(mistakes())
        .extracting(mistake -> mistake.substring(0, mistake.indexOf(": ")))
        .containsExactly("campaign.yaml:7", "campaign.yaml:27", "teams.yaml:8", "teams.yaml:9");
  }

  @Test
  void shouldNameAFileThatIsNotThere() throws IOException {
    Files.delete(config.path().resolve("teams.yaml"));
    Files.delete(config.path().resolve("campaign.yaml"));
    assertThat(mistakes())
        .anyMatch(mistake -> mistake.startsWith("teams.yaml: không có tệp"))
        .anyMatch(mistake -> mistake.startsWith("campaign.yaml: không có tệp"));
  }

  @Test
  void shouldNameTheLineWhereAFileStopsBeingYaml() {
    config.replace("campaign.yaml", "days: 45", "days: [45");
    assertThat(mistakes()).anyMatch(mistake -> mistake.matches("campaign.yaml:\\d+: .+"));
  }

  @Test
  void shouldRefuseAKeyThatIsWrittenTwice() {
    config.replace("campaign.yaml", "days: 45", "days: 45\ndays: 46");
    assertThat(mistakes()).anyMatch(m -> m.startsWith("campaign.yaml:8: ") && m.contains("days"));
  }

  @Test
  void shouldRefuseAFileThatIsNotUtf8() throws IOException {
    Files.write(
        config.path().resolve("teams.yaml"),
        "hamlets: [\u00e9]".getBytes(StandardCharsets.ISO_8859_1));
    assertThat(mistakes()).anyMatch(mistake -> mistake.contains("UTF-8"));
  }

  @Test
  void shouldRefuseAFileThatIsAList() {
    config.write("teams.yaml", "- T01\n- T02\n");
    assertThat(mistakes()).anyMatch(mistake -> mistake.startsWith("teams.yaml"));
    config.write("teams.yaml", "");
    assertThat(mistakes()).anyMatch(mistake -> mistake.startsWith("teams.yaml"));
  }
}
