package vn.gocua.kiosk.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.PlaywrightException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.gocua.protocol.board.RecountInfo;
import vn.gocua.testkit.Network;
import vn.gocua.testkit.page.PhonePage;

/**
 * Nothing entered is lost and nothing counts twice: with the network cut, answers lost, the page
 * crashed. The engine's death is {@link CheckInToWallIT}'s.
 */
@ExtendWith(SharedHall.Extension.class)
class PhoneQueueIT {
  /** More than the first batch holds, and the next. */
  private static final int MANY = 320;

  /** Takes the lock that lets one tab send at a time; the tabs' rounds wait behind it. */
  private static final String HOLD_SENDING =
      """
      () => new Promise((held) => {
        navigator.locks.request('gocua-send', () => new Promise((release) => {
          window.letSend = release;
          held();
        }));
      })
      """;

  /** Both tabs' rounds and nobody else wait for the lock. */
  private static final String TWO_WAIT =
      """
      async () => {
        const { pending } = await navigator.locks.query();
        return pending.filter(({ name }) => name === 'gocua-send').length === 2;
      }
      """;

  private static final String ADD_MANY =
      """
      async (many) => {
        const { Phone } = await import('/js/core/phone.js');
        const phone = await Phone.open();
        const activities = ['apps', 'payments', 'digital-id', 'commerce'];
        for (let i = 0; i < many; i++) {
          const groups = i % 3 ? [] : ['elderly'];
          const entry = { activity: activities[i % 4], residents: 1 + (i % 7), groups, hamlet: 'co-giao' };
          await phone.queue.add(entry, phone.clock.stamp(), { team: phone.team });
        }
        phone.close();
      }
      """;

  private static SharedHall hall;

  /** The phones' way to the engine; the kiosk has its own. */
  private static Network network;

  @BeforeAll
  static void start(SharedHall shared) {
    hall = shared;
    network = Network.to(hall.engine().port());
  }

  @AfterAll
  static void stop() {
    network.close();
  }

  @BeforeEach
  void mend() {
    network.mend();
  }

  @AfterEach
  void putAway() {
    hall.browser().closePages();
  }

  @Test
  void shouldSendWhatWasEnteredWithoutANetworkOnceItIsBack() {
    PhonePage phone = phone("T03");
    network.cut();
    phone.choose("apps").record().choose("payments").people(4).record();
    phone.page().waitForSelector(".today[data-live=no]");
    phone
        .undoIsOver()
        .page()
        .waitForSelector(".status:has-text('2 lượt chờ gửi'):has-text('Chưa có mạng, sẽ tự gửi')");
    List<String> ids = PhonePage.ids(phone.items());

    network.mend();
    phone.networkIsBack().awaitAllSent();
    assertThat(PhonePage.ids(phone.journal())).containsExactlyInAnyOrderElementsOf(ids);
    phone.page().waitForSelector(".today[data-live=yes]");
    phone.page().waitForSelector(".status >> text=Đã gửi hết");
  }

  @Test
  void shouldTreatADuplicateAsSuccessWhenTheAnswerWasLost() {
    PhonePage phone = phone("T04");
    long before = counted(RecountInfo::journal);
    network.loseAnswers();
    phone.choose("apps").record();
    phone.await(items -> items.getFirst().get("tries").asInt() >= 1);
    phone.networkIsBack().await(items -> items.getFirst().get("tries").asInt() >= 2);
    assertThat(PhonePage.is(phone.items().getFirst(), "waiting")).isTrue();
    assertThat(counted(RecountInfo::journal) - before).isEqualTo(1);

    network.mend();
    phone.networkIsBack().awaitAllSent();
    assertThat(counted(RecountInfo::journal) - before).isEqualTo(1);
  }

  @Test
  void shouldVoidRatherThanForgetWhatTheEngineMayHave() {
    PhonePage phone = phone("T05");
    long before = counted(RecountInfo::live);
    network.loseAnswers();
    phone.choose("apps").record().await(items -> items.getFirst().get("tries").asInt() >= 1);
    phone.undo();
    phone.await(items -> items.size() == 2);
    network.mend();
    phone.networkIsBack().awaitAllSent();
    assertThat(phone.journal().getFirst().get("voided").asString()).isEqualTo("mistake");
    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> counted(RecountInfo::live) == before);
  }

  @Test
  void shouldHaveTheSameIdsAfterThePageCrashed() {
    PhonePage phone = phone("T08");
    network.loseAnswers();
    phone.choose("apps").record().choose("commerce").record();
    phone.await(items -> items.stream().allMatch(item -> item.get("tries").asInt() > 0));
    List<String> ids = PhonePage.ids(phone.items());
    PhonePage again = new PhonePage(phone.page().context().newPage());
    crash(phone, again);

    network.mend();
    again.open(network.url()).page().waitForSelector("#entry");
    again.awaitAllSent();
    assertThat(PhonePage.ids(again.checkIns())).containsExactlyElementsOf(ids);
    assertThat(PhonePage.ids(again.journal())).containsExactlyInAnyOrderElementsOf(ids);
  }

  @Test
  void shouldSendSmallBatchesFirstAndEachCheckInOnceFromTwoTabs() {
    PhonePage phone = phone("T11");
    long before = counted(RecountInfo::journal);
    PhonePage tab = phone.anotherTab(network.url());
    tab.page().waitForSelector("#entry");
    phone.page().evaluate(HOLD_SENDING);
    phone.page().evaluate(ADD_MANY, MANY);
    List<String> bodies = new CopyOnWriteArrayList<>();
    List<Integer> sizes = new CopyOnWriteArrayList<>();
    for (PhonePage one : List.of(phone, tab)) {
      one.page()
          .onRequest(request -> {
            byte[] body = request.postDataBuffer();
            if (request.url().endsWith("/check-ins") && body != null) {
              bodies.add(request.headers().getOrDefault("content-encoding", "plain"));
              sizes.add(body.length);
            }
          });
    }
    phone.networkIsBack();
    tab.networkIsBack();
    phone.page().waitForFunction(TWO_WAIT);
    phone.page().evaluate("letSend()");
    phone.awaitAllSent();
    assertThat(PhonePage.ids(phone.journal()))
        .hasSize(MANY)
        .containsExactlyInAnyOrderElementsOf(PhonePage.ids(phone.items()));
    assertThat(counted(RecountInfo::journal) - before).isEqualTo(MANY);
    assertThat(phone.items()).allMatch(item -> item.get("tries").asInt() == 1);
    assertThat(bodies).contains("gzip");
    assertThat(sizes.getFirst()).as("a hundred check-ins, packed").isLessThan(6_000);
  }

  @Test
  void shouldMendInPlaceWhatWasNeverSent() {
    PhonePage phone = phone("T12");
    network.cut();
    phone.page().evaluate(ADD_MANY, 1);
    String id = phone.items().getFirst().get("id").asString();
    phone.openBook();
    phone.page().tap("[data-list=waiting] .line");
    phone.page().tap("[data-list=waiting] >> text=Sửa");
    phone.people(9).page().tap("#entry .go");
    phone.await(items -> items.getFirst().get("entry").get("residents").asInt() == 9);
    assertThat(phone.items()).hasSize(1);
    network.mend();
    phone.networkIsBack().awaitAllSent();
    assertThat(PhonePage.ids(phone.journal())).containsExactly(id);
    assertThat(phone.journal().getFirst().get("residents").asInt()).isEqualTo(9);
  }

  private static void crash(PhonePage phone, PhonePage beside) {
    List<String> crashed = new ArrayList<>();
    phone.page().onCrash(page -> crashed.add(page.url()));
    try {
      phone.page().navigate("chrome://crash");
    } catch (PlaywrightException expected) {
      assertThat(expected).hasMessageContaining("crash");
    }
    beside.page().waitForCondition(() -> !crashed.isEmpty());
  }

  /** How many check-ins there are, of all teams. */
  private static long counted(Function<RecountInfo, RecountInfo.Side> where) {
    return where.apply(hall.leader().recount()).checkIns();
  }

  private static PhonePage phone(String team) {
    URI link = hall.engine().url("/#code=" + hall.leader().code(team, 1));
    return PhonePage.enrolledWithClock(hall.browser(), network.url(link));
  }
}
