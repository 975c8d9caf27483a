package vn.gocua.kiosk.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.gocua.testkit.Browser;
import vn.gocua.testkit.page.Leader;
import vn.gocua.testkit.page.PhonePage;

/** What a thumb enters is what the journal gets; and what was wrong can be mended. */
@ExtendWith(SharedHall.Extension.class)
class PhoneCheckInIT {
  private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
  private static final String ADD_UNKNOWN_ACTIVITY =
      """
      async () => {
        const { Phone } = await import('/js/core/phone.js');
        const phone = await Phone.open();
        await phone.checkIn({ activity: 'gone', residents: 2, groups: [] });
        phone.close();
      }
      """;

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
  void shouldRecordWhatWasTappedAndShowTheTeamsCount() {
    PhonePage phone = phone("T13");
    phone.page().waitForSelector(".today[data-live=yes]");
    phone.choose("payments");
    phone.page().tap(".step >> nth=1");
    phone.group("elderly").group("disability");
    assertThat(phone.text("#entry .go")).isEqualTo("Ghi nhận · 2 người");
    phone.record();
    phone
        .page()
        .waitForFunction("() => document.querySelector('[data-count=today]')?.innerText === '1'");
    assertThat(phone.text(".undo")).startsWith("Đã ghi 2 người · Thanh toán không dùng tiền mặt");
    assertThat(phone.page().isChecked("[value=payments]")).as("the form is empty again").isFalse();

    JsonNode entry = phone.awaitAllSent().journal().getFirst();
    assertThat(entry.get("activity").asString()).isEqualTo("payments");
    assertThat(entry.get("residents").asInt()).isEqualTo(2);
    assertThat(entry.get("groups"))
        .extracting(JsonNode::asString)
        .containsExactly("disability", "elderly");
    assertThat(entry.get("hamlet").asString()).isEqualTo("van-la");
    assertThat(entry.get("id").asString()).matches("[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-.*");
  }

  @Test
  void shouldTakeAClassOfFortyAndAWatchWithNobodyMet() {
    PhonePage phone = phone("T14");
    phone.choose("class");
    assertThat(phone.text(".count")).isEqualTo("Số người dự lớp");
    phone.people(40).record().choose("on-duty");
    assertThat(phone.page().inputValue("[data-field=residents]")).isEqualTo("0");
    assertThat(phone.page().isDisabled("[data-group=elderly] input")).isTrue();
    phone.record().awaitAllSent();
    assertThat(phone.journal())
        .extracting(e -> e.get("residents").asInt())
        .containsExactlyInAnyOrder(0, 40);
  }

  @Test
  void shouldSayWhatIsMissingAndKeepNothing() {
    PhonePage phone = phone("T16");
    phone.page().tap("#entry .go");
    phone.page().waitForSelector("[role=alert] >> text=Hãy chọn nội dung hỗ trợ trước.");
    phone.choose("apps").people(501);
    phone.page().tap("#entry .go");
    phone.page().waitForSelector("[role=alert] >> text=Số người từ 1 đến 500.");
    assertThat(phone.items()).isEmpty();
  }

  @Test
  void shouldUndoWithinTenSeconds() {
    PhonePage phone = phone("T17");
    phone.choose("commerce").record().awaitAllSent().undo();
    phone.await(items -> items.size() == 2).awaitAllSent();
    assertThat(phone.journal().getFirst().get("voided").asString()).isEqualTo("mistake");
    phone
        .page()
        .waitForFunction("() => document.querySelector('[data-count=today]')?.innerText === '0'");
  }

  @Test
  void shouldCorrectByAVoidAndANewCheckInThatReplacesIt() {
    PhonePage phone = phone("T18");
    phone.choose("apps").people(3).record().awaitAllSent();
    String first = phone.checkIns().getFirst().get("id").asString();
    phone.openBook();
    phone.page().tap("[data-list=sent] .line");
    phone.page().tap("[data-list=sent] >> text=Sửa");
    phone.page().waitForSelector(".editing");
    Legible.check(phone.page(), "edit");
    Browser.screenshot(phone.page(), "phone-edit");
    phone.people(5).page().tap("#entry .go");
    phone.await(items -> items.size() == 3).awaitAllSent();

    List<JsonNode> journal = phone.journal();
    assertThat(journal).hasSize(2);
    JsonNode replacing = journal.stream().filter(e -> e.has("replaces")).findFirst().orElseThrow();
    assertThat(replacing.get("replaces").asString()).isEqualTo(first);
    assertThat(replacing.get("residents").asInt()).isEqualTo(5);
    assertThat(replacing.has("voided")).isFalse();
    JsonNode replaced = journal.stream().filter(e -> !e.has("replaces")).findFirst().orElseThrow();
    assertThat(replaced.get("voided").asString()).isEqualTo("mistake");
    assertThat(phone.text("[data-list=sent]")).contains("Đã hủy").contains("Sửa lượt trước");
  }

  @Test
  void shouldVoidWithAReason() {
    PhonePage phone = phone("T20");
    phone.choose("apps").record().awaitAllSent();
    phone.openBook();
    phone.page().tap("[data-list=sent] .line");
    phone.page().tap("[data-list=sent] >> text=Hủy");
    phone.page().tap("text=Ghi trùng");
    phone.await(items -> items.size() == 2).awaitAllSent();
    assertThat(phone.journal().getFirst().get("voided").asString()).isEqualTo("double");
  }

  @Test
  void shouldKeepWhatTheEngineRefusesUntilAPersonHasMendedIt() {
    PhonePage phone = phone("T21");
    phone.page().evaluate(ADD_UNKNOWN_ACTIVITY);
    phone.choose("apps").record();
    phone.await(
        items -> PhonePage.is(items.get(0), "refused") && PhonePage.is(items.get(1), "sent"));
    phone.undoIsOver().page().waitForSelector(".status [class=refused]");
    phone.openBook();
    assertThat(phone.text("[data-list=refused]"))
        .contains("Nội dung hỗ trợ «gone» không có trong chiến dịch.");
    Browser.screenshot(phone.page(), "phone-refused");
    phone.page().tap("[data-list=refused] >> text=Sửa");
    phone.choose("digital-id").page().tap("#entry .go");
    phone.awaitAllSent();
    assertThat(PhonePage.ids(phone.journal()))
        .as("mended under its own id")
        .containsExactlyInAnyOrderElementsOf(PhonePage.ids(phone.checkIns()));
  }

  @Test
  void shouldLetGoOfARefusedCheckInOnlyWhenToldTwice() {
    PhonePage phone = phone("T22");
    phone.page().evaluate(ADD_UNKNOWN_ACTIVITY);
    phone.await(items -> PhonePage.is(items.getFirst(), "refused"));
    phone.openBook();
    phone.page().tap("[data-list=refused] >> text='Bỏ'");
    assertThat(phone.items()).hasSize(1);
    phone.page().tap("[data-list=refused] >> text='Bỏ hẳn'");
    phone.await(List::isEmpty);
  }

  @Test
  void shouldShowAndExportADamagedRecordAndSendTheRest() throws IOException {
    PhonePage phone = phone("T23");
    phone
        .page()
        .evaluate(
            """
            () => new Promise((resolve) => {
              indexedDB.open('gocua').onsuccess = (event) => {
                const database = event.target.result;
                const writing = database.transaction('items', 'readwrite');
                writing.objectStore('items').put({ id: 'half', kind: 'check-in', entry: null });
                writing.oncomplete = () => { database.close(); resolve(); };
              };
            })
            """);
    phone
        .choose("apps")
        .record()
        .await(items -> items.stream().anyMatch(i -> PhonePage.is(i, "sent")));
    phone.openBook();
    assertThat(phone.text("[data-state=damaged]"))
        .contains("Máy không đọc được bản ghi này nên không gửi.");
    Download download =
        phone.page().waitForDownload(() -> phone.page().tap("button >> text=Lưu thành tệp"));
    JsonNode file = JsonMapper.builder().build().readTree(Files.readString(download.path()));
    assertThat(download.suggestedFilename()).startsWith("go-cua-T23-").endsWith(".json");
    assertThat(file.get("format").asString()).isEqualTo("gocua-phone-backup");
    assertThat(file.get("damaged").get(0).get("id").asString()).isEqualTo("half");
    assertThat(file.get("checkIns")).isEmpty();
  }

  @Test
  void shouldLandOnTheRightDayThoughThePhoneIsAYearOff() {
    PhonePage phone = PhonePage.blank(hall.browser());
    phone.page().clock().setSystemTime(Instant.now().minus(365, ChronoUnit.DAYS).toEpochMilli());
    phone.open(hall.engine().url("/#code=" + leader.code("T25", 1)));
    phone.page().waitForSelector("#entry");
    phone.choose("apps").record().awaitAllSent();
    phone.choose("payments").record().awaitAllSent();
    assertThat(phone.journal())
        .as("the first repaired by the engine, the second by the phone's own knowledge")
        .hasSize(2)
        .allMatch(e -> dayOf(e).equals(LocalDate.now(ZONE)));
    long offset = phone.checkIns().get(1).get("offset").asLong();
    assertThat(offset).isBetween(365L * 86_400 - 60, 365L * 86_400 + 60);
  }

  @Test
  void shouldBeUsableByTwoMembersWhoseNamesStayOnThePhone() {
    PhonePage phone = phone("T26");
    phone.page().tap(".who");
    for (String name : List.of("An", "Bình")) {
      phone.page().fill("[name=name]", name);
      phone.page().tap(".adding button");
    }
    phone.page().tap(".round");
    phone.page().waitForSelector(".who >> text=Bình");
    Page page = phone.page();
    List<String> sent = new CopyOnWriteArrayList<>();
    page.onRequest(request -> sent.add(request.url() + " " + request.postData()));
    phone.choose("apps").record().awaitAllSent();
    assertThat(sent)
        .anyMatch(request -> request.contains("check-ins"))
        .noneMatch(request -> request.contains("Bình"));
    phone.openBook();
    assertThat(phone.text("[data-list=sent]")).contains("Bình");
  }

  private static LocalDate dayOf(JsonNode entry) {
    return OffsetDateTime.parse(entry.get("occurredAt").asString())
        .atZoneSameInstant(ZONE)
        .toLocalDate();
  }

  private static PhonePage phone(String team) {
    return PhonePage.enrolledWithClock(
        hall.browser(), hall.engine().url("/#code=" + leader.code(team, 1)));
  }
}
