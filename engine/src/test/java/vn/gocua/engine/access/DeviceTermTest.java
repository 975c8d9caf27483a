package vn.gocua.engine.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.gocua.engine.access.DeviceService.Enrolled;
import vn.gocua.engine.access.state.Device;
import vn.gocua.engine.rights.Tokens;
import vn.gocua.protocol.access.AccessReason;
import vn.gocua.protocol.refusal.Refusal;
import vn.gocua.testkit.SettableClock;

/** A phone's token lasts as long as it is used: sixty days of a running campaign without end it. */
class DeviceTermTest {
  private static final LocalDate FIRST = LocalDate.parse("2025-08-11");

  private final SettableClock clock = SettableClock.at("2025-08-11T09:00:00+07:00");
  private final Vertx vertx = Vertx.vertx();
  private Accesses installation;
  private Access node;

  @BeforeEach
  void open(@TempDir Path folder) {
    installation = new Accesses(vertx, folder, clock);
    installation.runningDay = FIRST;
    node = installation.node();
  }

  @AfterEach
  void close() {
    installation.close();
    vertx.close();
  }

  private Enrolled enrolled() {
    String code = node.devices().makeCode("T01", 1, Duration.ofDays(9), "leader").code();
    return node.devices().enrol(code, null).orElseThrow();
  }

  private static Tokens.ParsedToken token(Enrolled phone) {
    return Tokens.parse(phone.token()).orElseThrow();
  }

  private boolean isLet(Access where, Enrolled phone) {
    return where.devices().prove(token(phone)) != null;
  }

  private void refusedAsUnused(Access where, Enrolled phone) {
    assertThatThrownBy(() -> where.devices().prove(token(phone)))
        .isInstanceOfSatisfying(
            Refusal.class,
            refusal -> assertThat(refusal.reason()).isEqualTo(AccessReason.PHONE_UNUSED));
  }

  private Device known(Enrolled phone) {
    return Objects.requireNonNull(node.devices().find(phone.device()));
  }

  private long events(Enrolled phone) {
    return installation.journal.count("thu-nghiem/device/" + phone.device());
  }

  @Test
  void shouldExtendTheTermByUseOnceADayWithTheSameSecret() {
    Enrolled phone = enrolled();
    for (int day = 0; day <= 300; day += 60) {
      installation.runningDay = FIRST.plusDays(day);
      assertThat(isLet(node, phone)).isTrue();
      assertThat(isLet(node, phone)).isTrue();
      assertThat(known(phone).usedOn()).isEqualTo(FIRST.plusDays(day));
    }
    assertThat(events(phone)).isEqualTo(1 + 6);
  }

  @Test
  void shouldEndAfterSixtyUnusedDaysOnEveryNodeForGood() {
    Enrolled phone = enrolled();
    Enrolled lasting = enrolled();
    assertThat(isLet(node, phone)).isTrue();
    installation.runningDay = FIRST.plusDays(60);
    assertThat(isLet(installation.node(), lasting)).isTrue();
    node.devices().terms().settle();
    assertThat(known(phone).isOver()).isFalse();
    installation.runningDay = FIRST.plusDays(61);
    refusedAsUnused(installation.node(), phone);
    installation.runningDay = null;
    refusedAsUnused(node, phone);
    installation.runningDay = FIRST;
    refusedAsUnused(node, phone);
    assertThat(known(phone).isUnused()).isTrue();
    assertThat(known(phone).revoked()).isFalse();
    assertThat(isLet(node, lasting)).isTrue();
    assertThat(node.devices().active()).isEqualTo(1);
    Enrolled anew = enrolled();
    assertThat(isLet(node, anew)).isTrue();
  }

  @Test
  void shouldEndWhoNeverCallsToo() {
    Enrolled phone = enrolled();
    assertThat(isLet(node, phone)).isTrue();
    installation.runningDay = FIRST.plusDays(61);
    node.devices().terms().settle();
    installation.node().devices().terms().settle();
    assertThat(known(phone).isUnused()).isTrue();
    assertThat(events(phone)).isEqualTo(3);
  }

  @Test
  void shouldCountNoDayWhileNoCampaignRunsOrTheClockIsInDoubt() {
    Enrolled phone = enrolled();
    assertThat(isLet(node, phone)).isTrue();
    installation.runningDay = null;
    clock.advance(Duration.ofDays(900));
    node.devices().terms().settle();
    assertThat(isLet(node, phone)).isTrue();
    assertThat(events(phone)).isEqualTo(2);
  }

  /** Journals of before have neither uses nor terms. */
  @Test
  void shouldCountForOlderPhonesFromTheUpgradeOn() {
    installation.runningDay = null;
    Enrolled old = enrolled();
    Enrolled forgotten = enrolled();
    installation.runningDay = FIRST.plusDays(400);
    Access upgraded = installation.node();
    assertThat(isLet(upgraded, old)).isTrue();
    upgraded.devices().terms().settle();
    installation.runningDay = FIRST.plusDays(460);
    upgraded.devices().terms().settle();
    assertThat(known(forgotten).isOver()).isFalse();
    assertThat(isLet(upgraded, old)).isTrue();
    installation.runningDay = FIRST.plusDays(461);
    refusedAsUnused(upgraded, forgotten);
    assertThat(isLet(upgraded, old)).isTrue();
  }

  @Test
  void shouldSayNothingToWhoHasNotTheSecret() {
    Enrolled phone = enrolled();
    assertThat(isLet(node, phone)).isTrue();
    installation.runningDay = FIRST.plusDays(99);
    Tokens.ParsedToken guessed =
        Tokens.parse(Tokens.token(Tokens.Kind.DEVICE, phone.device(), Tokens.secret()))
            .orElseThrow();
    assertThat(node.devices().prove(guessed)).isNull();
  }

  @Test
  void shouldStayShutOutWhenALeaderDidIt() {
    Enrolled phone = enrolled();
    assertThat(isLet(node, phone)).isTrue();
    assertThat(node.devices().revoke(phone.device(), "leader")).isTrue();
    installation.runningDay = FIRST.plusDays(99);
    node.devices().terms().settle();
    assertThat(isLet(node, phone)).isFalse();
    assertThat(known(phone).revoked()).isTrue();
  }
}
