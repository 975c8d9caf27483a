package vn.gocua.kiosk.wall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.dom.Element;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.gocua.base.text.Language;
import vn.gocua.base.time.Schedule;
import vn.gocua.kiosk.feed.EngineFeed;
import vn.gocua.kiosk.feed.FeedState.Signal;
import vn.gocua.kiosk.testing.SampleCampaign;
import vn.gocua.kiosk.testing.ScriptedEngine;
import vn.gocua.protocol.client.EngineApi;
import vn.gocua.testkit.Ports;

/** What the wall says, read from its components; how it looks and moves is for a real browser. */
class WallViewTest {
  private final int port = Ports.free();
  private final Schedule schedule = Schedule.ofVirtualThreads("screens");
  private final EngineFeed feed =
      new EngineFeed(new EngineApi(URI.create("http://127.0.0.1:" + port)), Clock.systemUTC());

  @AfterEach
  void stop() {
    feed.close();
    schedule.close();
  }

  @Test
  void shouldSayThatItWaitsUntilTheFirstNumbers() {
    Component wall = wall(Language.first());
    assertThat(text(wall, "waiting-word")).isEqualTo("Đang chờ dữ liệu");
    assertThat(visible(wall, "wall-body")).isFalse();
    assertThat(wall.getElement().getAttribute("data-signal")).isEqualTo("waiting");
  }

  @ParameterizedTest
  @ValueSource(ints = {4, 12, 36, 60})
  void shouldShowATileForEveryTeamInTheRostersOrder(int teams) throws IOException {
    Component wall = wallOf(new SampleCampaign(teams, 12));
    assertThat(all(wall, "tile")).hasSize(teams);
    assertThat(texts(wall, "tile-name"))
        .startsWith("Tổ 01", "Tổ 02")
        .endsWith("Tổ %02d".formatted(teams));
    assertThat(text(wall, "teams-head")).startsWith(teams + " tổ chuyển đổi số cộng đồng");
  }

  @Test
  void shouldShowTheDayTheCountersAndTodaysGain() throws IOException {
    SampleCampaign campaign = new SampleCampaign(36, 12);
    for (int i = 0; i < 1_234; i++) {
      var _ = campaign.checkIn("T12", i % 2 == 0 ? "public-services" : "apps", 2, Duration.ZERO);
    }
    Component wall = wallOf(campaign);
    assertThat(text(wall, "ring-face")).isEqualTo("NGÀY12/4522/08/2025");
    assertThat(texts(wall, "counter-value")).containsExactly("1.234", "2.468", "1");
    assertThat(texts(wall, "counter-gain"))
        .containsExactly("+1.234hôm nay", "+2.468hôm nay", "/ 36tổ");
    assertThat(texts(wall, "counter-note"))
        .containsExactly(
            "7,6 % chỉ tiêu 16.200", "10,2 % chỉ tiêu 24.300", "Còn 35 tổ chưa có lượt hôm nay");
    assertThat(texts(wall, "bar"))
        .contains("Dịch vụ công trực tuyến617", "Người cao tuổi2.468", "Trực, ra quân0");
  }

  @Test
  void shouldNeverTellAPaceByColourAlone() throws IOException {
    SampleCampaign campaign = new SampleCampaign(36, 1);
    checkIns(campaign, "T01", 10);
    checkIns(campaign, "T02", 8);
    checkIns(campaign, "T03", 2);
    campaign.judge("T01", "on-target");
    campaign.judge("T02", "close");
    campaign.judge("T03", "behind");
    Component wall = wallOf(campaign);
    List<Element> tiles = all(wall, "tile");
    assertThat(tiles.stream().limit(4).map(t -> t.getAttribute("data-pace")))
        .containsExactly("on-target", "close", "behind", "none");
    assertThat(
            all(wall, "tile").stream()
                .limit(4)
                .map(t -> first(t, "tile-sign").getAttribute("aria-label")))
        .containsExactly("Đạt tiến độ", "Gần đạt", "Chậm", "Chưa có lượt");
    assertThat(texts(wall, "legend-count"))
        .containsExactly(
            "Đạt tiến độ: 1",
            "Gần đạt: 1",
            "Chậm: 1",
            "Chưa tính tiến độ: 0",
            "Chưa có chỉ tiêu: 0",
            "Chưa có lượt: 33");
    assertThat(all(wall, "legend-entry").get(3).isVisible()).isFalse();
  }

  @Test
  void shouldCountDownToTheFirstDay() throws IOException {
    Component wall = wallOf(new SampleCampaign(36, 0));
    assertThat(text(wall, "ring-face")).isEqualTo("SẮP RA QUÂN1 ngày nữaBắt đầu 11/08/2025");
    assertThat(texts(wall, "counter-gain").getFirst()).isEmpty();
  }

  @Test
  void shouldSayThatTheCampaignIsOver() throws IOException {
    Component wall = wallOf(new SampleCampaign(36, 46));
    assertThat(text(wall, "ring-face")).isEqualTo("ĐÃ KẾT THÚC45/45Kết thúc 24/09/2025");
    assertThat(texts(wall, "counter-note")).endsWith("Ngoài thời gian chiến dịch");
  }

  @Test
  void shouldMarkARehearsalAndSampleData() throws IOException {
    Component rehearsal = wallOf(new SampleCampaign(4, 1, true, true));
    assertThat(visible(rehearsal, "rehearsal")).isTrue();
    assertThat(text(rehearsal, "rehearsal-word")).isEqualTo("DIỄN TẬP");
    assertThat(visible(rehearsal, "sample")).isTrue();
    assertThat(text(rehearsal, "sample")).isEqualTo("dữ liệu mẫu");
  }

  @Test
  void shouldMarkNothingOnARealCampaign() throws IOException {
    Component real = wallOf(new SampleCampaign(4, 1));
    assertThat(visible(real, "rehearsal")).isFalse();
    assertThat(visible(real, "sample")).isFalse();
  }

  @Test
  void shouldSpeakEnglishWhenAsked() throws IOException {
    SampleCampaign campaign = new SampleCampaign(36, 12);
    checkIns(campaign, "T01", 1_234);
    start(campaign);
    Component wall = wall(Language.named("en"));
    assertThat(text(wall, "ring-label")).isEqualTo("DAY");
    assertThat(texts(wall, "counter-value").getFirst()).isEqualTo("1,234");
    assertThat(wall.getElement().getAttribute("lang")).isEqualTo("en");
  }

  @Test
  void shouldNotGlowForWhatCameBeforeThePageWasOpened() throws IOException {
    SampleCampaign campaign = new SampleCampaign(4, 1);
    checkIns(campaign, "T01", 3);
    assertThat(all(wallOf(campaign), "tile")).noneMatch(t -> t.hasAttribute("data-glow"));
  }

  @Test
  void shouldShowWhatLeadersTellTheHallUntilItIsTakenDown() throws IOException {
    SampleCampaign campaign = new SampleCampaign(4, 1);
    try (ScriptedEngine engine = new ScriptedEngine(port, campaign::campaign, campaign::board)) {
      feed.start();
      await().until(() -> feed.state().signal() == Signal.LIVE);
      assertThat(visible(wall(Language.first()), "notice")).isFalse();
      engine.send(
          "notice",
          "{\"notices\":["
              + notice("1", "Họp lúc 15 giờ <b>", "wall")
              + ","
              + notice("2", "Chỉ cho điện thoại", "phones")
              + ","
              + notice("3", "Hai", "wall")
              + ","
              + notice("4", "Ba", "wall")
              + "]}");
      await().until(() -> feed.state().notices().size() == 4);
      Component wall = wall(Language.first());
      assertThat(visible(wall, "notice")).isTrue();
      assertThat(texts(wall, "notice-text")).containsExactly("Họp lúc 15 giờ <b>", "Hai");
      assertThat(text(wall, "notice-more")).isEqualTo("và 1 thông báo khác");
      engine.send("notice", "{\"notices\":[]}");
      await().until(() -> feed.state().notices().isEmpty());
      assertThat(visible(wall(Language.first()), "notice")).isFalse();
    }
  }

  private static String notice(String id, String text, String where) {
    return """
    {"id":"%s","text":"%s","until":"2030-01-01T00:00:00Z","where":["%s"],\
    "publishedAt":"2025-08-01T00:00:00Z"}\
    """
        .formatted(id, text, where);
  }

  private static void checkIns(SampleCampaign campaign, String team, int times) {
    for (int i = 0; i < times; i++) {
      var _ = campaign.checkIn(team, "apps", 1, Duration.ZERO);
    }
  }

  private Component wallOf(SampleCampaign campaign) throws IOException {
    start(campaign);
    return wall(Language.first());
  }

  private void start(SampleCampaign campaign) throws IOException {
    try (ScriptedEngine _ = new ScriptedEngine(port, campaign::campaign, campaign::board)) {
      feed.start();
      await().until(() -> feed.state().signal() == Signal.LIVE);
    }
  }

  private WallView wall(Language language) {
    return new WallView(feed, schedule, Clock.systemUTC(), language);
  }

  private static Stream<Element> walk(Element element) {
    return Stream.concat(Stream.of(element), element.getChildren().flatMap(WallViewTest::walk));
  }

  private static List<Element> all(Component root, String className) {
    return walk(root.getElement())
        .filter(e -> !e.isTextNode() && e.getClassList().contains(className))
        .toList();
  }

  private static Element first(Element root, String className) {
    return walk(root)
        .filter(e -> !e.isTextNode() && e.getClassList().contains(className))
        .findFirst()
        .orElseThrow();
  }

  private static String text(Component root, String className) {
    return first(root.getElement(), className).getTextRecursively();
  }

  private static List<String> texts(Component root, String className) {
    return all(root, className).stream().map(Element::getTextRecursively).toList();
  }

  private static boolean visible(Component root, String className) {
    return first(root.getElement(), className).isVisible();
  }
}
