package vn.gocua.engine.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.gocua.engine.rights.Principal;
import vn.gocua.engine.rights.Role;
import vn.gocua.engine.support.RunningEngine;
import vn.gocua.protocol.access.TotpSetupInfo;
import vn.gocua.protocol.refusal.Refusal;
import vn.gocua.testkit.SettableClock;

/**
 * A code of an authenticator is good once, whatever comes between, and few wrong ones are judged.
 */
@Tag("slow")
@ExtendWith(VertxExtension.class)
class CodeIsGoodOnceTest {
  private static final String PASSWORD = "một câu dễ nhớ";

  private final SettableClock clock = SettableClock.at("2025-08-22T09:30:00+07:00");
  private Accesses nodes;
  private Access access;

  @BeforeEach
  void open(Vertx vertx, @TempDir Path folder) {
    nodes = new Accesses(vertx, folder, clock);
    access = node();
    access.accounts().ensureAccount("leader", Role.ADMIN, PASSWORD);
  }

  @AfterEach
  void close() {
    nodes.close();
  }

  /** Another node, or the same after a restart: it has counted no tries yet. */
  private Access node() {
    return nodes.node();
  }

  private Principal.Leader who(String token) {
    return (Principal.Leader) Objects.requireNonNull(access.authenticator().authenticate(token));
  }

  private Principal.Leader signedIn() {
    return who(
        node().sessions().signIn(Accesses.stranger("leader", PASSWORD)).orElseThrow().token());
  }

  private byte[] secret = {};
  private String seed = "";

  /** Sets an authenticator up with the code of now; some steps later none of its codes is used. */
  private Principal.Leader setUp() {
    Principal.Leader own = signedIn();
    begin();
    access.sessions().confirmTotp(own, PASSWORD, seed, code(0));
    clock.advance(Duration.ofMinutes(5));
    return own;
  }

  private void begin() {
    TotpSetupInfo setup = access.sessions().beginTotp("leader");
    secret = RunningEngine.base32(setup.secret());
    seed = setup.seed();
  }

  private String code(int later) {
    return Totp.code(secret, clock.instant().plusSeconds(30L * later));
  }

  private boolean opens(String code) {
    return node().sessions().signIn(Accesses.stranger("leader", PASSWORD, code)).isPresent();
  }

  @ParameterizedTest
  @ValueSource(strings = {"0,-1,0", "0,0", "1,0,1", "1,0,-1", "0,1,0,1,-1", "-1,-1,0,-1,1,0"})
  void shouldTakeAStepOnceInWhateverOrder(String steps) {
    setUp();
    int latest = -2;
    for (String each : steps.split(",", -1)) {
      int step = Integer.parseInt(each);
      assertThat(opens(code(step))).as("step %d of %s", step, steps).isEqualTo(step > latest);
      latest = Math.max(latest, step);
    }
  }

  @Test
  void shouldTakeTheCodeThatSetItUpNoMore() {
    Principal.Leader own = signedIn();
    begin();
    access.sessions().confirmTotp(own, PASSWORD, seed, code(0));
    assertThat(opens(code(0))).isFalse();
    assertThat(opens(code(-1))).isFalse();
    assertThat(opens(code(1))).isTrue();
  }

  @Test
  void shouldNotSetItUpAgainWithACodeThatWasUsed() {
    Principal.Leader own = setUp();
    assertThat(opens(code(0))).isTrue();
    access.sessions().dropTotp(own, PASSWORD);
    assertThatThrownBy(() -> access.sessions().confirmTotp(own, PASSWORD, seed, code(0)))
        .isInstanceOf(Refusal.class)
        .hasMessage("wrong-code");
    assertThatThrownBy(() -> access.sessions().confirmTotp(own, PASSWORD, seed, code(-1)))
        .hasMessage("wrong-code");
    access.sessions().confirmTotp(own, PASSWORD, seed, code(1));
    assertThat(opens(code(0))).isFalse();
  }

  @Test
  void shouldTakeACodeOnceThoughManyNodesDecideAtOnce() {
    setUp();
    String code = code(0);
    List<Access> both = List.of(node(), node());
    try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
      List<CompletableFuture<Boolean>> tries =
          IntStream.range(0, 8)
              .mapToObj(i ->
                  CompletableFuture.supplyAsync(
                      () ->
                          both.get(i % 2)
                              .sessions()
                              .signIn(Accesses.stranger("leader", PASSWORD, code))
                              .isPresent(),
                      executor))
              .toList();
      assertThat(tries.stream().filter(CompletableFuture::join)).hasSize(1);
    }
  }

  @Test
  void shouldStopAfterManyWrongCodesOnEveryNodeAndLetAnAdminHelp() {
    String browser = signIn(new SignInTry("leader", PASSWORD, null, null, "")).browser();
    setUp();
    for (int i = 0; i < TotpUse.MOST_WRONG; i++) {
      assertThat(opens("000000")).isFalse();
    }
    assertThatThrownBy(() -> opens(code(0))).isInstanceOf(Refusal.class);
    clock.advance(Duration.ofHours(11));
    assertThatThrownBy(() -> opens(code(0))).isInstanceOf(Refusal.class);
    assertThat(signIn(new SignInTry("leader", PASSWORD, code(0), browser, "")).role())
        .as("a browser that is known is not stopped by strangers")
        .isEqualTo(Role.ADMIN);
    assertThatThrownBy(() -> opens(code(1)))
        .as("nor does its code set strangers free")
        .isInstanceOf(Refusal.class);
    String once = "chỉ dùng một lần";
    access.accounts().reset("leader", once, null);
    assertThat(node().sessions().signIn(Accesses.stranger("leader", once))).isPresent();
  }

  @Test
  void shouldJudgeCodesAgainAfterALongWait() {
    setUp();
    for (int i = 0; i < TotpUse.MOST_WRONG; i++) {
      assertThat(opens("000000")).isFalse();
    }
    clock.advance(TotpUse.STOPPED);
    assertThat(opens(code(0))).isTrue();
  }

  @Test
  void shouldStopKnownBrowsersTooAfterTheirOwnWrongCodes() {
    String browser = signIn(new SignInTry("leader", PASSWORD, null, null, "")).browser();
    setUp();
    for (int i = 0; i < TotpUse.MOST_WRONG; i++) {
      assertThat(node().sessions().signIn(new SignInTry("leader", PASSWORD, "000000", browser, "")))
          .isEmpty();
    }
    assertThatThrownBy(() -> signIn(new SignInTry("leader", PASSWORD, code(0), browser, "")))
        .isInstanceOf(Refusal.class);
    assertThat(opens(code(0))).isTrue();
  }

  @Test
  void shouldJudgeNoCodeBeforeThePasswordIsRight() {
    setUp();
    for (int i = 0; i < TotpUse.MOST_WRONG + 2; i++) {
      assertThat(
              node()
                  .sessions()
                  .signIn(Accesses.stranger("leader", "không biết mật khẩu", "000000")))
          .isEmpty();
    }
    assertThat(nodes.journal.count("thu-nghiem/totp/leader")).isEqualTo(1);
    assertThat(opens(code(0))).isTrue();
  }

  private SessionService.SignedIn signIn(SignInTry attempt) {
    return node().sessions().signIn(attempt).orElseThrow();
  }

  @Test
  void shouldAskForThePasswordAndEndAllOtherSessions() {
    String other =
        node().sessions().signIn(Accesses.stranger("leader", PASSWORD)).orElseThrow().token();
    clock.advance(Duration.ofSeconds(1));
    Principal.Leader own = signedIn();
    begin();
    assertThatThrownBy(() -> access.sessions().confirmTotp(own, "không phải", seed, code(0)))
        .hasMessage("wrong-current-password");
    assertThat(node().authenticator().authenticate(other)).isNotNull();
    access.sessions().confirmTotp(own, PASSWORD, seed, code(0));
    assertThat(node().authenticator().authenticate(other)).isNull();

    clock.advance(Duration.ofMinutes(1));
    String another =
        node()
            .sessions()
            .signIn(Accesses.stranger("leader", PASSWORD, code(0)))
            .orElseThrow()
            .token();
    clock.advance(Duration.ofMinutes(1));
    begin(); // Another in its place.
    access.sessions().confirmTotp(own, PASSWORD, seed, code(0));
    assertThat(node().authenticator().authenticate(another)).isNull();

    clock.advance(Duration.ofMinutes(1));
    String last =
        node()
            .sessions()
            .signIn(Accesses.stranger("leader", PASSWORD, code(0)))
            .orElseThrow()
            .token();
    clock.advance(Duration.ofMinutes(1));
    assertThatThrownBy(() -> access.sessions().dropTotp(own, "không phải"))
        .hasMessage("wrong-current-password");
    access.sessions().dropTotp(own, PASSWORD);
    assertThat(node().authenticator().authenticate(last)).isNull();
    assertThat(node().sessions().signIn(Accesses.stranger("leader", PASSWORD))).isPresent();
  }

  @Test
  void shouldKeepTheSessionThatSwitchedItOn() {
    String token =
        node().sessions().signIn(Accesses.stranger("leader", PASSWORD)).orElseThrow().token();
    Principal.Leader own = who(token);
    clock.advance(Duration.ofSeconds(1));
    begin();
    access.sessions().confirmTotp(own, PASSWORD, seed, code(0));
    assertThat(node().authenticator().authenticate(token)).isEqualTo(own);
    access.sessions().signOutEverywhere("leader", "leader");
    clock.advance(Duration.ofSeconds(1));
    assertThat(node().authenticator().authenticate(token)).isNull();
  }

  @Test
  void shouldEndASessionThatWasOpenedOnWhatHasChangedMeanwhile() {
    SettableClock early = SettableClock.at("2025-08-22T09:29:59+07:00");
    Access slow = nodes.node(early);
    access.sessions().signOutEverywhere("leader", "leader");
    String token =
        slow.sessions().signIn(Accesses.stranger("leader", PASSWORD)).orElseThrow().token();
    assertThat(node().authenticator().authenticate(token)).isNull();
  }
}
