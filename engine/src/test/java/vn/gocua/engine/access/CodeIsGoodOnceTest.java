package vn.gocua.engine.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.gocua.engine.access.password.PasswordHashing;
import vn.gocua.engine.journal.GroupCommit;
import vn.gocua.engine.journal.Journal;
import vn.gocua.engine.journal.sqlite.SqliteJournal;
import vn.gocua.engine.rights.Principal;
import vn.gocua.engine.rights.Role;
import vn.gocua.engine.support.RunningEngine;
import vn.gocua.protocol.Refusal;
import vn.gocua.testkit.SettableClock;

/**
 * A code of an authenticator is good once, whatever comes between, and few wrong ones are judged.
 */
class CodeIsGoodOnceTest {
  private static final String PASSWORD = "một câu dễ nhớ";

  private final SettableClock clock = SettableClock.at("2025-08-22T09:30:00+07:00");
  private Journal journal;
  private GroupCommit commit;
  private PasswordHashing hashing;
  private Access access;

  @BeforeEach
  void open(@TempDir Path folder) {
    journal = SqliteJournal.open(folder.resolve("journal.db"));
    commit = new GroupCommit(journal, 1000, _ -> {});
    hashing = new PasswordHashing();
    access = node();
    access.accounts().provide("leader", Role.ADMIN, PASSWORD);
  }

  @AfterEach
  void close() {
    hashing.close();
    commit.close();
    journal.close();
  }

  /** Another node, or the same after a restart: it has counted no tries yet. */
  private Access node() {
    return Accesses.on(journal, commit, clock, hashing, _ -> {});
  }

  private Principal.Leader who(String token) {
    return (Principal.Leader) Objects.requireNonNull(access.authenticate(token));
  }

  private Principal.Leader signedIn() {
    return who(node().signIn("leader", PASSWORD).orElseThrow().token());
  }

  private byte[] secret = {};
  private String seed = "";

  /** Sets an authenticator up with the code of now; some steps later none of its codes is used. */
  private Principal.Leader setUp() {
    Principal.Leader own = signedIn();
    begin();
    access.confirmTotp(own, PASSWORD, seed, code(0));
    clock.advance(Duration.ofMinutes(5));
    return own;
  }

  private void begin() {
    Access.TotpSetup setup = access.beginTotp("leader");
    secret = RunningEngine.base32(setup.secret());
    seed = setup.seed();
  }

  private String code(int later) {
    return Totp.code(secret, clock.instant().plusSeconds(30L * later));
  }

  private boolean opens(String code) {
    return node().signIn("leader", PASSWORD, code).isPresent();
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
    access.confirmTotp(own, PASSWORD, seed, code(0));
    assertThat(opens(code(0))).isFalse();
    assertThat(opens(code(-1))).isFalse();
    assertThat(opens(code(1))).isTrue();
  }

  @Test
  void shouldNotSetItUpAgainWithACodeThatWasUsed() {
    Principal.Leader own = setUp();
    assertThat(opens(code(0))).isTrue();
    access.dropTotp(own, PASSWORD);
    assertThatThrownBy(() -> access.confirmTotp(own, PASSWORD, seed, code(0)))
        .isInstanceOf(Refusal.class)
        .hasMessage("wrong-code");
    assertThatThrownBy(() -> access.confirmTotp(own, PASSWORD, seed, code(-1)))
        .hasMessage("wrong-code");
    access.confirmTotp(own, PASSWORD, seed, code(1));
    assertThat(opens(code(0))).isFalse();
  }

  @Test
  void shouldTakeACodeOnceThoughManyNodesDecideAtOnce() {
    setUp();
    String code = code(0);
    List<Access> nodes = List.of(node(), node());
    try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
      List<CompletableFuture<Boolean>> tries =
          IntStream.range(0, 8)
              .mapToObj(i ->
                  CompletableFuture.supplyAsync(
                      () -> nodes.get(i % 2).signIn("leader", PASSWORD, code).isPresent(),
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
    assertThat(node().signIn("leader", once)).isPresent();
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
      assertThat(node().signIn(new SignInTry("leader", PASSWORD, "000000", browser, ""))).isEmpty();
    }
    assertThatThrownBy(() -> signIn(new SignInTry("leader", PASSWORD, code(0), browser, "")))
        .isInstanceOf(Refusal.class);
    assertThat(opens(code(0))).isTrue();
  }

  @Test
  void shouldJudgeNoCodeBeforeThePasswordIsRight() {
    setUp();
    for (int i = 0; i < TotpUse.MOST_WRONG + 2; i++) {
      assertThat(node().signIn("leader", "không biết mật khẩu", "000000")).isEmpty();
    }
    assertThat(journal.count("thu-nghiem/totp/leader")).isEqualTo(1);
    assertThat(opens(code(0))).isTrue();
  }

  private Access.SignedIn signIn(SignInTry attempt) {
    return node().signIn(attempt).orElseThrow();
  }

  @Test
  void shouldAskForThePasswordAndEndAllOtherSessions() {
    String other = node().signIn("leader", PASSWORD).orElseThrow().token();
    clock.advance(Duration.ofSeconds(1));
    Principal.Leader own = signedIn();
    begin();
    assertThatThrownBy(() -> access.confirmTotp(own, "không phải", seed, code(0)))
        .hasMessage("wrong-current-password");
    assertThat(node().authenticate(other)).isNotNull();
    access.confirmTotp(own, PASSWORD, seed, code(0));
    assertThat(node().authenticate(other)).isNull();

    clock.advance(Duration.ofMinutes(1));
    String another = node().signIn("leader", PASSWORD, code(0)).orElseThrow().token();
    clock.advance(Duration.ofMinutes(1));
    begin(); // Another in its place.
    access.confirmTotp(own, PASSWORD, seed, code(0));
    assertThat(node().authenticate(another)).isNull();

    clock.advance(Duration.ofMinutes(1));
    String last = node().signIn("leader", PASSWORD, code(0)).orElseThrow().token();
    clock.advance(Duration.ofMinutes(1));
    assertThatThrownBy(() -> access.dropTotp(own, "không phải"))
        .hasMessage("wrong-current-password");
    access.dropTotp(own, PASSWORD);
    assertThat(node().authenticate(last)).isNull();
    assertThat(node().signIn("leader", PASSWORD)).isPresent();
  }

  @Test
  void shouldKeepTheSessionThatSwitchedItOn() {
    String token = node().signIn("leader", PASSWORD).orElseThrow().token();
    Principal.Leader own = who(token);
    clock.advance(Duration.ofSeconds(1));
    begin();
    access.confirmTotp(own, PASSWORD, seed, code(0));
    assertThat(node().authenticate(token)).isEqualTo(own);
    access.signOutEverywhere("leader", "leader");
    clock.advance(Duration.ofSeconds(1));
    assertThat(node().authenticate(token)).isNull();
  }

  @Test
  void shouldEndASessionThatWasOpenedOnWhatHasChangedMeanwhile() {
    SettableClock early = SettableClock.at("2025-08-22T09:29:59+07:00");
    Access slow = Accesses.on(journal, commit, early, hashing, _ -> {});
    access.signOutEverywhere("leader", "leader");
    String token = slow.signIn("leader", PASSWORD).orElseThrow().token();
    assertThat(node().authenticate(token)).isNull();
  }
}
