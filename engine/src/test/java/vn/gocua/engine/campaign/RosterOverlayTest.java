package vn.gocua.engine.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What admins changed lies on top of the files, whatever their revision. */
class RosterOverlayTest {
  private static final CodedName CO_GIAO = new CodedName("co-giao", "Cơ Giáo");
  private static final CodedName VAN_LA = new CodedName("van-la", "Vân La");

  private static Edition files(int revision, Team... teams) {
    return new Edition(
        revision,
        "Chiến dịch",
        "Xã",
        true,
        List.of(new CodedName("apps", "Ứng dụng")),
        List.of(),
        List.of(CO_GIAO, VAN_LA),
        List.of(teams),
        new Target(100, 100),
        Weekdays.EVEN,
        null);
  }

  private static Team team(String code, String name, int target) {
    return new Team(code, name, 5, List.of("co-giao"), target);
  }

  private static Campaign campaign(Edition edition) {
    return new Campaign("c", LocalDate.of(2025, 8, 11), 45, ZoneId.of("Asia/Ho_Chi_Minh"), edition);
  }

  private static Team named(@Nullable Team team) {
    return Objects.requireNonNull(team);
  }

  private static TeamRow row(String code, String name) {
    return new TeamRow(code, name, 9, List.of("van-la"), null, null, null);
  }

  @Test
  void shouldWinOverAHigherRevisionOfTheFilesForWhatItNamesAndForNothingElse() {
    Campaign campaign =
        campaign(files(1, team("T01", "Tổ 01", 60), team("T02", "Tổ 02", 40), team("T03", "X", 0)));
    assertThat(
            campaign.applyOverlay(
                RosterOverlay.NONE.with(
                    List.of(row("T01", "Tổ Một"), row("T09", "Tổ 09")),
                    List.of("T03"),
                    List.of(),
                    List.of())))
        .isTrue();
    assertThat(campaign.rosterVersion()).isEqualTo("1.1");

    assertThat(
            campaign.adopt(
                files(
                    2,
                    team("T01", "Tổ 01 của tệp", 70),
                    team("T02", "Tổ 02 của tệp", 30),
                    team("T03", "X", 0),
                    team("T04", "Tổ 04", 0))))
        .isTrue();

    assertThat(campaign.teams().values())
        .extracting(Team::name)
        .containsExactly("Tổ Một", "Tổ 02 của tệp", "Tổ 04", "Tổ 09");
    assertThat(named(campaign.team("T01")).target()).isEqualTo(70);
    assertThat(campaign.team("T03")).isNull();
    assertThat(named(campaign.teamOrFormer("T03")).name()).isEqualTo("X");
    assertThat(campaign.rosterVersion()).isEqualTo("2.1");
    assertThat(campaign.base().teams()).hasSize(4);
  }

  @Test
  void shouldTakeBackWhomItStruckOff() {
    RosterOverlay struck = RosterOverlay.NONE.with(List.of(), List.of("T01"), List.of(), List.of());
    RosterOverlay back = struck.with(List.of(row("T01", "Tổ 01")), List.of(), List.of(), List.of());
    Edition files = files(1, team("T01", "Tổ 01", 1), team("T02", "Tổ 02", 1));
    assertThat(struck.on(files).teams()).extracting(Team::code).containsExactly("T02");
    assertThat(back.on(files).teams()).extracting(Team::code).containsExactly("T01", "T02");
    assertThat(back.formerTeams(files)).isEmpty();
  }

  @Test
  void shouldNotGoBackToAnOlderOverlay() {
    RosterOverlay first =
        RosterOverlay.NONE.with(List.of(row("T05", "A")), List.of(), List.of(), List.of());
    Campaign campaign = campaign(files(1, team("T01", "Tổ 01", 1)));
    campaign.applyOverlay(first.with(List.of(row("T05", "B")), List.of(), List.of(), List.of()));
    assertThat(campaign.applyOverlay(first)).isFalse();
    assertThat(named(campaign.team("T05")).name()).isEqualTo("B");
  }

  @Test
  void shouldKeepTheNamesOfHamletsThatAreGone() {
    Campaign campaign = campaign(files(1, team("T01", "Tổ 01", 1)));
    campaign.applyOverlay(
        RosterOverlay.NONE.with(
            List.of(), List.of(), List.of(new CodedName("moi", "Mới")), List.of("van-la")));
    assertThat(campaign.hamletCodes()).containsExactlyInAnyOrder("co-giao", "moi");
    assertThat(campaign.everHamlet("van-la")).isTrue();
    assertThat(campaign.formerHamlets()).containsExactly(VAN_LA);
  }
}
