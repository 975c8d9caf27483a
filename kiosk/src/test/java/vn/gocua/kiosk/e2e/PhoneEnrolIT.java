package vn.gocua.kiosk.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import vn.gocua.kiosk.testing.Browser;
import vn.gocua.kiosk.testing.EngineProcess;

/** A phone becomes a team's phone, and stays one only as long as the leaders want it. */
class PhoneEnrolIT {
  @TempDir private static Path folder;
  private static EngineProcess engine;
  private static Leader leader;
  private static Browser browser;

  @BeforeAll
  static void start() {
    engine = EngineProcess.start(folder);
    leader = Leader.signIn(engine);
    browser = new Browser();
  }

  @AfterAll
  static void stop() {
    browser.close();
    engine.close();
  }

  @Test
  void shouldEnrolByTheLinkAndTakeTheCodeOutOfTheAddress() {
    PhonePage phone = PhonePage.enrolled(browser, link(leader.code("T03", 1)));
    assertThat(phone.page().url()).isEqualTo(engine.url("/").toString());
    assertThat(phone.text(".who b")).isEqualTo("Tổ 03");
    assertThat(phone.text("[data-enrolled]")).isEqualTo("Đã ghi danh vào Tổ 03");
    assertThat((int) phone.page().evaluate("history.length"))
        .as("nothing to go back to that carries the code")
        .isEqualTo(2);
    phone.page().goBack();
    assertThat(phone.page().url()).doesNotContain("code");
  }

  @Test
  void shouldSayKindlyHowToGetACodeAndTakeATypedOne() {
    PhonePage phone = PhonePage.blank(browser).open(engine.url("/"));
    phone.page().waitForSelector(".enrol");
    assertThat(phone.text(".how")).contains("Nhờ tổ trưởng hoặc cán bộ xã tạo mã ghi danh");

    phone.page().tap(".code button");
    phone.page().waitForSelector("text=Bạn chưa nhập mã.");
    phone.page().fill("#code", "sai-ma-nay-0000");
    phone.page().tap(".code button");
    phone.page().waitForSelector("text=Mã ghi danh không đúng, đã hết hạn hoặc đã dùng hết.");

    phone.page().fill("#code", " " + link(leader.code("T04", 1)) + " ");
    phone.page().tap(".code button");
    phone.page().waitForSelector("#entry");
    assertThat(phone.text(".who b")).isEqualTo("Tổ 04");
  }

  @Test
  void shouldAskBeforeAPhoneOfOneTeamBecomesAnothers() {
    PhonePage phone = PhonePage.enrolled(browser, link(leader.code("T05", 1)));
    phone.page().evaluate("code => { location.hash = 'code=' + code; }", leader.code("T06", 1));
    phone.page().waitForSelector("text=Điện thoại này đang thuộc Tổ 05.");
    assertThat(phone.page().url()).doesNotContain("code");
    phone.page().tap("button >> text=Giữ Tổ 05");
    phone.page().waitForSelector("#entry");

    phone.page().evaluate("code => { location.hash = 'code=' + code; }", leader.code("T06", 1));
    phone.page().tap("button >> text=Dùng mã mới");
    phone.page().waitForSelector(".who >> text=Tổ 06");
  }

  @Test
  void shouldKeepTheQueueOfARevokedPhoneAndSendItWithTheSameIdsOnceEnrolledAgain() {
    PhonePage phone = PhonePage.enrolled(browser, link(leader.code("T07", 1)));
    leader.revokePhonesOf("T07");
    phone.choose("digital-id").record();
    phone.page().waitForSelector(".band.bad >> text=Cần ghi danh lại.");
    phone.choose("apps").record();
    List<String> ids = PhonePage.ids(phone.items());
    assertThat(phone.items()).allMatch(item -> PhonePage.is(item, "waiting"));

    phone.page().tap(".band.bad a");
    assertThat(phone.text(".note.good")).startsWith("2 lượt chưa gửi vẫn được giữ nguyên");
    phone.page().fill("#code", leader.code("T07", 1));
    phone.page().tap(".code button");
    phone.awaitAllSent();
    assertThat(PhonePage.ids(phone.journal())).containsExactlyInAnyOrderElementsOf(ids);
  }

  @Test
  void shouldNotSendOneTeamsCheckInsAsAnothersUnasked() {
    PhonePage phone = PhonePage.enrolled(browser, link(leader.code("T08", 1)));
    leader.revokePhonesOf("T08");
    phone.choose("payments").record();
    phone.page().waitForSelector(".band.bad");
    phone.page().navigate(engine.url("/#enrol").toString());
    phone.page().fill("#code", leader.code("T09", 1));
    phone.page().tap(".code button");
    phone.page().waitForSelector(".who >> text=Tổ 09");
    phone.choose("apps").record();
    phone.await(items -> PhonePage.is(items.getLast(), "sent"));
    JsonNode first = phone.items().getFirst();
    assertThat(PhonePage.is(first, "waiting")).isTrue();

    phone.openBook();
    assertThat(phone.text(".note.bad")).startsWith("1 lượt ghi cho Tổ 08 còn chờ");
    phone.page().tap("text=Gửi cho Tổ 09");
    phone.awaitAllSent();
    assertThat(PhonePage.ids(phone.journal())).contains(first.get("id").asString());
  }

  private static URI link(String code) {
    return engine.url("/#code=" + code);
  }
}
