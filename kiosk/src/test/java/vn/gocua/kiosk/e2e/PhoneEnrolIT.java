package vn.gocua.kiosk.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;
import vn.gocua.testkit.page.Leader;
import vn.gocua.testkit.page.PhonePage;

/** A phone becomes a team's phone, and stays one only as long as the leaders want it. */
@ExtendWith(SharedHall.Extension.class)
class PhoneEnrolIT {
  private static SharedHall hall;
  private static Leader leader;

  @BeforeAll
  static void start(SharedHall shared) {
    hall = shared;
    leader = hall.leader();
  }

  @AfterEach
  void putAway() {
    hall.browser().closePages();
  }

  @Test
  void shouldEnrolByTheLinkAndTakeTheCodeOutOfTheAddress() {
    PhonePage phone = PhonePage.enrolled(hall.browser(), link(leader.code("T27", 1)));
    assertThat(phone.page().url()).isEqualTo(hall.engine().url("/").toString());
    assertThat(phone.text(".who b")).isEqualTo("Tổ 27");
    assertThat(phone.text("[data-enrolled]")).isEqualTo("Đã ghi danh vào Tổ 27");
    assertThat((int) phone.page().evaluate("history.length"))
        .as("nothing to go back to that carries the code")
        .isEqualTo(2);
    phone.page().goBack();
    assertThat(phone.page().url()).doesNotContain("code");
  }

  @Test
  void shouldSayKindlyHowToGetACodeAndTakeATypedOne() {
    PhonePage phone = PhonePage.blank(hall.browser()).open(hall.engine().url("/"));
    phone.page().waitForSelector(".enrol");
    assertThat(phone.text(".how")).contains("Nhờ tổ trưởng hoặc cán bộ xã tạo mã ghi danh");

    phone.page().tap(".code button");
    phone.page().waitForSelector("text=Anh chị chưa nhập mã.");
    phone.page().fill("#code", "sai-ma-nay-0000");
    phone.page().tap(".code button");
    phone.page().waitForSelector("text=Mã ghi danh không đúng, đã hết hạn hoặc đã dùng hết.");

    phone.page().fill("#code", " " + link(leader.code("T29", 1)) + " ");
    phone.page().tap(".code button");
    phone.page().waitForSelector("#entry");
    assertThat(phone.text(".who b")).isEqualTo("Tổ 29");
  }

  @Test
  void shouldAskBeforeAPhoneOfOneTeamBecomesAnothers() {
    PhonePage phone = PhonePage.enrolled(hall.browser(), link(leader.code("T30", 1)));
    phone.page().evaluate("code => { location.hash = 'code=' + code; }", leader.code("T31", 1));
    phone.page().waitForSelector("text=Điện thoại này đang thuộc Tổ 30.");
    assertThat(phone.page().url()).doesNotContain("code");
    phone.page().tap("button >> text=Giữ Tổ 30");
    phone.page().waitForSelector("#entry");

    phone.page().evaluate("code => { location.hash = 'code=' + code; }", leader.code("T31", 1));
    phone.page().tap("button >> text=Dùng mã mới");
    phone.page().waitForSelector(".who >> text=Tổ 31");
  }

  @Test
  void shouldKeepTheQueueOfARevokedPhoneAndSendItWithTheSameIdsOnceEnrolledAgain() {
    PhonePage phone = PhonePage.enrolled(hall.browser(), link(leader.code("T32", 1)));
    leader.revokePhonesOf("T32");
    phone.choose("digital-id").record();
    phone.page().waitForSelector(".band.bad >> text=Cần ghi danh lại.");
    phone.choose("apps").record();
    List<String> ids = PhonePage.ids(phone.items());
    assertThat(phone.items()).allMatch(item -> PhonePage.is(item, "waiting"));

    phone.page().tap(".band.bad a");
    assertThat(phone.text(".note.good")).startsWith("2 lượt chưa gửi vẫn được giữ nguyên");
    phone.page().fill("#code", leader.code("T32", 1));
    phone.page().tap(".code button");
    phone.awaitAllSent();
    assertThat(PhonePage.ids(phone.journal())).containsExactlyInAnyOrderElementsOf(ids);
  }

  @Test
  void shouldNotSendOneTeamsCheckInsAsAnothersUnasked() {
    PhonePage phone = PhonePage.enrolled(hall.browser(), link(leader.code("T34", 1)));
    leader.revokePhonesOf("T34");
    phone.choose("payments").record();
    phone.page().waitForSelector(".band.bad");
    phone.page().navigate(hall.engine().url("/#enrol").toString());
    phone.page().fill("#code", leader.code("T35", 1));
    phone.page().tap(".code button");
    phone.page().waitForSelector(".who >> text=Tổ 35");
    phone.choose("apps").record();
    phone.await(items -> PhonePage.is(items.getLast(), "sent"));
    JsonNode first = phone.items().getFirst();
    assertThat(PhonePage.is(first, "waiting")).isTrue();

    phone.openBook();
    assertThat(phone.text(".note.bad")).startsWith("1 lượt ghi cho Tổ 34 còn chờ");
    phone.page().tap("text=Gửi cho Tổ 35");
    phone.awaitAllSent();
    assertThat(PhonePage.ids(phone.journal())).contains(first.get("id").asString());
  }

  private static URI link(String code) {
    return hall.engine().url("/#code=" + code);
  }
}
