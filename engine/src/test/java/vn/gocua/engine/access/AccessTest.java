package vn.gocua.engine.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import vn.gocua.engine.rights.Principal;
import vn.gocua.engine.rights.Role;
import vn.gocua.engine.rights.Tokens;
import vn.gocua.testkit.SettableClock;

/** What runs out, on a clock that can be set. */
@Tag("slow")
@ExtendWith(VertxExtension.class)
class AccessTest {
  private final SettableClock clock = SettableClock.at("2025-08-22T09:30:00+07:00");
  private Accesses nodes;
  private Access access;

  @BeforeEach
  void open(Vertx vertx, @TempDir Path folder) {
    nodes = new Accesses(vertx, folder, clock);
    access = fresh();
  }

  private Access fresh() {
    return nodes.node();
  }

  @AfterEach
  void close() {
    nodes.close();
  }

  @Test
  void shouldLetACodeRunOut() {
    String code = access.devices().makeCode("T01", 9, Duration.ofMinutes(30), "leader").code();
    clock.advance(Duration.ofMinutes(30).minusMillis(1));
    assertThat(access.devices().enrol(code, null)).isPresent();
    clock.advance(Duration.ofMillis(1));
    assertThat(access.devices().enrol(code, null)).isEmpty();
  }

  @Test
  void shouldKeepTheLaterTrysTokenWhenAnEarlierOneComesLate() {
    String code = access.devices().makeCode("T01", 1, Duration.ofMinutes(30), "leader").code();
    String enrolment = "0b6f7f0e-5d5e-4c39-9a1c-0d4f6a6f3a10";
    clock.advance(Duration.ofMillis(30));
    DeviceService.Enrolled later = access.devices().enrol(code, enrolment).orElseThrow();
    clock.advance(Duration.ofMillis(-30));
    assertThat(access.devices().enrol(code, enrolment)).isEmpty();
    assertThat(access.devices().prove(Tokens.parse(later.token()).orElseThrow())).isNotNull();

    clock.advance(Duration.ofMillis(60));
    DeviceService.Enrolled last = access.devices().enrol(code, enrolment).orElseThrow();
    assertThat(last.device()).isEqualTo(later.device());
    assertThat(access.devices().prove(Tokens.parse(later.token()).orElseThrow())).isNull();
    assertThat(access.devices().prove(Tokens.parse(last.token()).orElseThrow())).isNotNull();
  }

  @Test
  void shouldLetASessionRunOut() {
    access.accounts().ensureAccount("leader", Role.ADMIN, "a password");
    String token =
        access.sessions().signIn(Accesses.stranger("leader", "a password")).orElseThrow().token();
    clock.advance(Duration.ofHours(12).minusMillis(1));
    assertThat(fresh().authenticator().authenticate(token)).isInstanceOf(Principal.Leader.class);
    clock.advance(Duration.ofMillis(1));
    assertThat(fresh().authenticator().authenticate(token)).isNull();
  }

  @Test
  void shouldLetASessionRunOutThatNobodyUses() {
    access.accounts().ensureAccount("leader", Role.ADMIN, "a password");
    String token =
        access.sessions().signIn(Accesses.stranger("leader", "a password")).orElseThrow().token();
    clock.advance(Duration.ofMinutes(119));
    assertThat(access.authenticator().authenticate(token)).isNotNull();
    clock.advance(Duration.ofHours(2));
    assertThat(access.authenticator().authenticate(token)).isNotNull();
    clock.advance(Duration.ofHours(2).plusMillis(1));
    assertThat(access.authenticator().authenticate(token)).isNull();
  }

  @Test
  void shouldTakeAUseOnAnotherNodeForAUse(Vertx vertx) throws InterruptedException {
    access.accounts().ensureAccount("leader", Role.ADMIN, "a password");
    String token =
        access.sessions().signIn(Accesses.stranger("leader", "a password")).orElseThrow().token();
    clock.advance(Duration.ofMinutes(119));
    CountDownLatch heard = new CountDownLatch(1);
    access.revoked().subscribe(_ -> heard.countDown(), () -> {});
    vertx.eventBus().publish("access/session-used", Tokens.parse(token).orElseThrow().id());
    access.revoked().publish("heard on the same event loop, so after it");
    assertThat(heard.await(20, TimeUnit.SECONDS)).isTrue();
    clock.advance(Duration.ofMinutes(119));
    assertThat(access.authenticator().authenticate(token)).isNotNull();
  }

  @Test
  void shouldNotLetAPhoneRunOut() {
    String code = access.devices().makeCode("T01", 1, Duration.ofMinutes(30), "leader").code();
    String token = access.devices().enrol(code, null).orElseThrow().token();
    clock.advance(Duration.ofDays(400));
    assertThat(fresh().authenticator().authenticate(token)).isInstanceOf(Principal.Phone.class);
  }

  @Test
  void shouldCountTheUsesOfACodeThoughManyDecideAtOnce() {
    String code = access.devices().makeCode("T01", 4, Duration.ofMinutes(30), "leader").code();
    // Two engines on one journal: neither counts the other's tries.
    Access other = fresh();
    try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
      List<CompletableFuture<Boolean>> tries =
          IntStream.range(0, 20)
              .mapToObj(i ->
                  CompletableFuture.supplyAsync(
                      () -> (i % 2 == 0 ? access : other).devices().enrol(code, null).isPresent(),
                      executor))
              .toList();
      assertThat(tries.stream().filter(CompletableFuture::join)).hasSize(4);
    }
    await().untilAsserted(() -> assertThat(access.devices().all("T01")).hasSize(4));
    assertThat(access.devices().all("T02")).isEmpty();
  }

  @Test
  void shouldNeverChangeAnAccountThatIsThere() {
    assertThat(access.accounts().ensureAccount("leader", Role.ADMIN, "first password")).isTrue();
    assertThat(access.accounts().ensureAccount("leader", Role.ADMIN, "second password")).isFalse();
    assertThat(fresh().accounts().ensureAccount("leader", Role.LEADER, "third password")).isFalse();
    assertThat(access.sessions().signIn(Accesses.stranger("leader", "second password"))).isEmpty();
    assertThat(
            access
                .sessions()
                .signIn(Accesses.stranger("leader", "first password"))
                .orElseThrow()
                .role())
        .isEqualTo(Role.ADMIN);
    assertThat(nodes.journal.count("thu-nghiem/account/leader")).isEqualTo(1);
  }

  @Test
  void shouldBelieveARevokedPhoneOnNoNode() {
    String code = access.devices().makeCode("T01", 1, Duration.ofMinutes(30), "leader").code();
    DeviceService.Enrolled phone = access.devices().enrol(code, null).orElseThrow();
    Access other = proved(phone.token());
    assertThat(access.devices().revoke(phone.device(), "leader")).isTrue();
    assertThat(access.authenticator().cached(phone.token())).isNull();
    assertForgotten(other, phone.token());
    assertThat(other.authenticator().authenticate(phone.token())).isNull();
  }

  @Test
  void shouldBelieveNoSessionOfAnAccountThatHasChanged() {
    access.accounts().ensureAccount("leader", Role.ADMIN, "a password");
    String token = signedIn();
    Access other = proved(token);
    access.accounts().disable("leader", "admin");
    assertThat(access.authenticator().cached(token)).isNull();
    assertForgotten(other, token);
    assertThat(other.authenticator().authenticate(token)).isNull();
  }

  @Test
  void shouldForgetASessionThatANodeOfAnEarlierVersionTellsOf(Vertx vertx) {
    access.accounts().ensureAccount("leader", Role.ADMIN, "a password");
    String token = signedIn();
    Access other = proved(token);
    vertx.eventBus().publish("access/shut-out", Tokens.parse(token).orElseThrow().id());
    assertForgotten(other, token);
  }

  @Test
  void shouldListAndCountPhonesOfOtherNodes() {
    Access other = fresh();
    String code = access.devices().makeCode("T01", 2, Duration.ofMinutes(30), "leader").code();
    DeviceService.Enrolled phone = access.devices().enrol(code, null).orElseThrow();
    var _ = access.devices().enrol(code, null).orElseThrow();
    await().untilAsserted(() -> assertThat(other.devices().active()).isEqualTo(2));
    access.devices().revoke(phone.device(), "leader");
    await().untilAsserted(() -> assertThat(other.devices().active()).isEqualTo(1));
    assertThat(other.devices().all(null)).hasSize(2);
    assertThat(fresh().devices().active()).as("after a restart").isEqualTo(1);
  }

  private String signedIn() {
    return access
        .sessions()
        .signIn(Accesses.stranger("leader", "a password"))
        .orElseThrow()
        .token();
  }

  /** Another node to which a token was proved, as it was here. */
  private Access proved(String token) {
    Access other = fresh();
    for (Access each : List.of(access, other)) {
      assertThat(each.authenticator().authenticate(token)).isNotNull();
      assertThat(each.authenticator().cached(token)).isNotNull();
    }
    return other;
  }

  /** Sooner than what was proved would be forgotten by itself. */
  private static void assertForgotten(Access node, String token) {
    await().atMost(Duration.ofSeconds(4)).until(() -> node.authenticator().cached(token) == null);
  }

  @Test
  void shouldKnowTheKiosksServer() {
    assertThat(access.authenticator().authenticate("kiosk-token")).isEqualTo(Principal.Kiosk.KIOSK);
    assertThat(access.authenticator().authenticate("kiosk-toke")).isNull();
  }
}
