package vn.gocua.engine.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.gocua.engine.access.password.PasswordHashing;
import vn.gocua.engine.journal.GroupCommit;
import vn.gocua.engine.journal.Journal;
import vn.gocua.engine.journal.sqlite.SqliteJournal;
import vn.gocua.engine.rights.Principal;
import vn.gocua.engine.rights.Role;
import vn.gocua.testkit.SettableClock;

/** What runs out, on a clock that can be set. */
class AccessTest {
  private final SettableClock clock = SettableClock.at("2025-08-22T09:30:00+07:00");
  private final List<String> shutOut = new ArrayList<>();
  private Journal journal;
  private GroupCommit commit;
  private PasswordHashing hashing;
  private Access access;

  @BeforeEach
  void open(@TempDir Path folder) {
    journal = SqliteJournal.open(folder.resolve("journal.db"));
    commit = new GroupCommit(journal, 1000, _ -> {});
    hashing = new PasswordHashing();
    access = fresh();
  }

  private Access fresh() {
    return Accesses.on(journal, commit, clock, hashing, shutOut::add);
  }

  @AfterEach
  void close() {
    hashing.close();
    commit.close();
    journal.close();
  }

  @Test
  void shouldLetACodeRunOut() {
    String code = access.makeCode("T01", 9, Duration.ofMinutes(30), "leader").code();
    clock.advance(Duration.ofMinutes(30).minusMillis(1));
    assertThat(access.enrol(code, null)).isPresent();
    clock.advance(Duration.ofMillis(1));
    assertThat(access.enrol(code, null)).isEmpty();
  }

  @Test
  void shouldLetASessionRunOut() {
    access.accounts().provide("leader", Role.ADMIN, "a password");
    String token = access.signIn("leader", "a password").orElseThrow().token();
    clock.advance(Duration.ofHours(12).minusMillis(1));
    assertThat(fresh().authenticate(token)).isInstanceOf(Principal.Leader.class);
    clock.advance(Duration.ofMillis(1));
    assertThat(fresh().authenticate(token)).isNull();
  }

  @Test
  void shouldLetASessionRunOutThatNobodyUses() {
    access.accounts().provide("leader", Role.ADMIN, "a password");
    String token = access.signIn("leader", "a password").orElseThrow().token();
    clock.advance(Duration.ofMinutes(119));
    assertThat(access.authenticate(token)).isNotNull();
    clock.advance(Duration.ofHours(2));
    assertThat(access.authenticate(token)).isNotNull();
    clock.advance(Duration.ofHours(2).plusMillis(1));
    assertThat(access.authenticate(token)).isNull();
  }

  @Test
  void shouldTakeAUseOnAnotherNodeForAUse() {
    access.accounts().provide("leader", Role.ADMIN, "a password");
    String token = access.signIn("leader", "a password").orElseThrow().token();
    clock.advance(Duration.ofMinutes(119));
    access.used(Tokens.parse(token).orElseThrow().id());
    clock.advance(Duration.ofMinutes(119));
    assertThat(access.authenticate(token)).isNotNull();
  }

  @Test
  void shouldNotLetAPhoneRunOut() {
    String code = access.makeCode("T01", 1, Duration.ofMinutes(30), "leader").code();
    String token = access.enrol(code, null).orElseThrow().token();
    clock.advance(Duration.ofDays(400));
    assertThat(fresh().authenticate(token)).isInstanceOf(Principal.Phone.class);
  }

  @Test
  void shouldCountTheUsesOfACodeThoughManyDecideAtOnce() {
    String code = access.makeCode("T01", 4, Duration.ofMinutes(30), "leader").code();
    // Two engines on one journal: neither counts the other's tries.
    Access other = fresh();
    try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
      List<CompletableFuture<Boolean>> tries =
          IntStream.range(0, 20)
              .mapToObj(i ->
                  CompletableFuture.supplyAsync(
                      () -> (i % 2 == 0 ? access : other).enrol(code, null).isPresent(), executor))
              .toList();
      assertThat(tries.stream().filter(CompletableFuture::join)).hasSize(4);
    }
    assertThat(access.devices("T01")).hasSize(4);
    assertThat(access.devices("T02")).isEmpty();
  }

  @Test
  void shouldNeverChangeAnAccountThatIsThere() {
    assertThat(access.accounts().provide("leader", Role.ADMIN, "first password")).isTrue();
    assertThat(access.accounts().provide("leader", Role.ADMIN, "second password")).isFalse();
    assertThat(fresh().accounts().provide("leader", Role.LEADER, "third password")).isFalse();
    assertThat(access.signIn("leader", "second password")).isEmpty();
    assertThat(access.signIn("leader", "first password").orElseThrow().role())
        .isEqualTo(Role.ADMIN);
    assertThat(journal.count("thu-nghiem/account/leader")).isEqualTo(1);
  }

  @Test
  void shouldTellAllNodesWhoIsShutOut() {
    String code = access.makeCode("T01", 1, Duration.ofMinutes(30), "leader").code();
    Access.Enrolled phone = access.enrol(code, null).orElseThrow();
    Access other = fresh();
    assertThat(other.authenticate(phone.token())).isNotNull();
    assertThat(other.cached(phone.token())).isNotNull();
    assertThat(access.revoke(phone.device(), "leader")).isTrue();
    assertThat(shutOut).containsExactly(phone.device());
    shutOut.forEach(other::forget);
    assertThat(other.cached(phone.token())).isNull();
    assertThat(other.authenticate(phone.token())).isNull();
  }

  @Test
  void shouldKnowTheKiosksServer() {
    assertThat(access.authenticate("kiosk-token")).isEqualTo(Principal.Kiosk.KIOSK);
    assertThat(access.authenticate("kiosk-toke")).isNull();
  }
}
