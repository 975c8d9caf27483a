package vn.gocua.kiosk.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;
import vn.gocua.protocol.checkin.CheckInEndpoints;
import vn.gocua.protocol.checkin.VerdictList;
import vn.gocua.testkit.Browser;
import vn.gocua.testkit.EngineProcess;
import vn.gocua.testkit.Network;
import vn.gocua.testkit.page.Leader;
import vn.gocua.testkit.page.PhonePage;

/** What waits can be undone; what left the phone, by whatever way, is undone as if it was sent. */
@ExtendWith(SharedField.Extension.class)
class PhoneHandedOutIT {
  private static final String TAKE_IN =
      """
      async (file) => {
        const { Phone } = await import('/js/core/phone.js');
        const phone = await Phone.open();
        await phone.takeIn(JSON.parse(file));
        phone.close();
      }
      """;

  private static EngineProcess engine;
  private static Leader leader;
  private static Network network;
  private static Browser browser;

  @BeforeAll
  static void take(SharedField field) {
    engine = field.engine();
    leader = field.leader();
    network = field.network();
    browser = field.browser();
  }

  @BeforeEach
  void mend() {
    network.mend();
  }

  @AfterEach
  void putAway() {
    browser.closePages();
  }

  @Test
  void shouldOfferUndoInTheBookAsLongAsItWaitsTriedOrNot() {
    PhonePage phone = phone("T27");
    network.cut();
    phone.page().waitForSelector(".today[data-live=no]");
    phone.choose("apps").record().choose("payments").record();
    phone.networkIsBack().await(items -> items.getFirst().get("tries").asInt() > 0);
    undoInTheBook(phone);
    phone.page().waitForSelector("[data-list=waiting] .voided >> text=Đang chờ hủy");
    Browser.screenshot(phone.page(), "phone-undone-waiting");
    Legible.check(phone.page(), "undone while it waits");
    network.mend();
    phone.networkIsBack().awaitAllSent();
    var _ = leader.awaitStanding("T27", 1);
  }

  @Test
  void shouldVoidWhatLeftInAFileThoughItsPhoneNeverSentIt() throws IOException {
    PhonePage phone = phone("T28");
    leader.revokePhonesOf("T28");
    phone.choose("apps").record();
    phone.page().waitForSelector(".band.bad");
    // Entered when the phone was revoked: these were never tried.
    phone.choose("payments").people(4).record().choose("commerce").people(2).record();
    String file = backup(phone);
    undoInTheBook(phone);
    correctInTheBook(phone, 7);
    assertThat(takeIn(file, "T28")).containsOnly("accepted");
    var _ = leader.awaitStanding("T28", 3);

    enrolAgain(phone, "T28");
    phone.awaitAllSent();
    var _ = leader.awaitStanding("T28", 2);
    long counted = phone.journal().stream().filter(entry -> !entry.has("voided")).count();
    assertThat(counted).isEqualTo(2);
    assertThat(phone.journal())
        .filteredOn(entry -> !entry.has("voided"))
        .extracting(entry -> entry.get("residents").asInt())
        .contains(7);
    assertThat(leader.recount().equal()).isTrue();
  }

  @Test
  void shouldDoubleNothingThatComesFromTwoPhonesTheDeskAndTheOrigin() throws IOException {
    PhonePage phone = phone("T29");
    network.cut();
    phone.page().waitForSelector(".today[data-live=no]");
    phone.choose("apps").record().choose("payments").people(4).record();
    String file = backup(phone);
    network.mend();
    PhonePage one = phone("T29");
    PhonePage other = phone("T29");
    network.cut();
    for (PhonePage colleague : List.of(one, other)) {
      colleague.page().evaluate(TAKE_IN, file);
      colleague.page().reload();
      colleague.page().waitForSelector("#entry");
    }
    undoInTheBook(one);
    takeIn(file, "T29");
    takeIn(file, "T29");
    network.mend();
    for (PhonePage each : List.of(phone, other, one)) {
      each.networkIsBack().awaitAllSent();
    }
    var _ = leader.awaitStanding("T29", 1);
    assertThat(phone.journal()).hasSize(2);
    assertThat(leader.recount().equal()).isTrue();
  }

  @Test
  void shouldForgetWhatNeverLeftThePhone() {
    PhonePage phone = phone("T30");
    leader.revokePhonesOf("T30");
    phone.choose("apps").record();
    phone.page().waitForSelector(".band.bad");
    phone.choose("payments").record();
    phone.openBook();
    phone.page().tap("[data-list=waiting] .line >> nth=0");
    phone.page().tap("[data-list=waiting] >> text=Hoàn tác");
    phone.await(items -> items.size() == 1);
  }

  private static void undoInTheBook(PhonePage phone) {
    phone.openBook();
    phone.page().tap("[data-list=waiting] .line >> nth=0");
    phone.page().tap("[data-list=waiting] >> text=Hoàn tác");
    phone.await(items -> items.stream().anyMatch(PhoneHandedOutIT::isVoid));
  }

  private static void correctInTheBook(PhonePage phone, int people) {
    int before = phone.checkIns().size();
    phone.page().tap("[data-list=waiting] .line >> nth=0");
    phone.page().tap("[data-list=waiting] >> text=Sửa");
    phone.people(people).page().tap("#entry .go");
    phone.await(items -> phone.checkIns().size() == before + 1);
  }

  /** At the desk; answers what became of each item. */
  private static List<String> takeIn(String file, String team) {
    return engine
        .api()
        .sendAsIs(leader.caller(), CheckInEndpoints.TAKE_BACKUP, file, team)
        .results()
        .stream()
        .map(VerdictList.Result::outcome)
        .toList();
  }

  private static boolean isVoid(JsonNode item) {
    return item.get("kind").asString().equals("void");
  }

  private static String backup(PhonePage phone) throws IOException {
    phone.openBook();
    Download download =
        phone.page().waitForDownload(() -> phone.page().tap("button >> text=Lưu thành tệp"));
    return Files.readString(download.path());
  }

  private static void enrolAgain(PhonePage phone, String team) {
    phone.page().evaluate("location.hash = 'enrol'");
    phone.page().fill("#code", leader.code(team, 1));
    phone.page().tap(".code button");
    phone.page().waitForSelector("#entry");
  }

  private static PhonePage phone(String team) {
    return PhonePage.enrolled(browser, network.url(engine.url("/#code=" + leader.code(team, 1))))
        .awaitKept();
  }
}
