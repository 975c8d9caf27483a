package vn.gocua.engine.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import vn.gocua.engine.rights.Principal;
import vn.gocua.engine.rights.Role;
import vn.gocua.protocol.refusal.Refusal;
import vn.gocua.testkit.SettableClock;

/** Strangers who guess lock nobody out who was there before. */
@Tag("slow")
@ExtendWith(VertxExtension.class)
class LockOutIsNoWeaponTest {
  private static final String PASSWORD = "một câu dễ nhớ";
  private static final int TRIES = 8;

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

  private static SignInTry attempt(String password, @Nullable String browser) {
    return new SignInTry("leader", password, null, browser, "192.0.2.7");
  }

  private String knownBrowser() {
    return node().sessions().signIn(attempt(PASSWORD, null)).orElseThrow().browser();
  }

  private void guess(@Nullable String browser) {
    for (int i = 0; i < TRIES; i++) {
      assertThat(access.sessions().signIn(attempt("đoán " + i, browser))).isEmpty();
    }
    assertThatThrownBy(() -> access.sessions().signIn(attempt("đoán nữa", browser)))
        .isInstanceOf(Refusal.class);
  }

  /** Whether a node treats a browser as known: strangers have used their tries up. */
  private boolean isKnown(Access node, @Nullable String browser) {
    for (int i = 0; i < TRIES; i++) {
      assertThat(node.sessions().signIn(attempt("đoán " + i, null))).isEmpty();
    }
    try {
      return node.sessions().signIn(attempt(PASSWORD, browser)).isPresent();
    } catch (Refusal _) {
      return false;
    }
  }

  @Test
  void shouldLetAKnownBrowserInThoughStrangersHaveUsedTheirTriesUp() {
    String browser = knownBrowser();
    guess(null);
    assertThatThrownBy(() -> access.sessions().signIn(attempt(PASSWORD, null)))
        .isInstanceOf(Refusal.class);
    assertThat(access.sessions().signIn(attempt("gõ nhầm", browser))).isEmpty();
    SessionService.SignedIn session =
        access.sessions().signIn(attempt(PASSWORD, browser)).orElseThrow();
    assertThat(session.browser()).isNotEqualTo(browser);
    assertThat(access.sessions().signIn(attempt(PASSWORD, session.browser()))).isPresent();
    assertThatThrownBy(() -> access.sessions().signIn(attempt(PASSWORD, null)))
        .as("a known browser's success gives strangers no new tries")
        .isInstanceOf(Refusal.class);
  }

  @Test
  void shouldGiveEachKnownBrowserABudgetAndNoMore() {
    String one = knownBrowser();
    String other = knownBrowser();
    guess(one);
    assertThatThrownBy(() -> access.sessions().signIn(attempt(PASSWORD, one)))
        .isInstanceOf(Refusal.class);
    assertThat(access.sessions().signIn(attempt(PASSWORD, other))).isPresent();
    assertThat(access.sessions().signIn(attempt(PASSWORD, null))).isPresent();
  }

  @Test
  void shouldKnowItOnEveryNodeAndAfterARestart() {
    assertThat(isKnown(node(), knownBrowser())).isTrue();
  }

  @Test
  void shouldKnowItForNinetyDays() {
    String browser = knownBrowser();
    clock.advance(BrowserTokens.VALID.minusSeconds(1));
    assertThat(isKnown(node(), browser)).isTrue();
    clock.advance(Duration.ofSeconds(1));
    assertThat(isKnown(node(), browser)).isFalse();
  }

  @Test
  void shouldKnowItNoMoreAfterAPasswordChange() {
    String browser = knownBrowser();
    SessionService.SignedIn changed =
        access.sessions().changePassword(signedIn(), PASSWORD, "con mèo ngủ trên mái");
    access.sessions().changePassword(who(changed.token()), "con mèo ngủ trên mái", PASSWORD);
    assertThat(isKnown(node(), browser)).as("though the password is the same again").isFalse();
  }

  @Test
  void shouldKnowItNoMoreAfterSigningOutEverywhere() {
    String browser = knownBrowser();
    access.sessions().signOutEverywhere("leader", "leader");
    assertThat(isKnown(node(), browser)).isFalse();
  }

  @Test
  void shouldKnowNoneOfAnotherAccountNorOneThatWasMadeUp() {
    access.accounts().ensureAccount("thu-ky", Role.LEADER, PASSWORD);
    String others =
        node().sessions().signIn(Accesses.stranger("thu-ky", PASSWORD)).orElseThrow().browser();
    assertThat(isKnown(node(), others)).isFalse();
    String own = knownBrowser();
    for (String bad :
        new String[] {
          "gcb.9999999999." + "A".repeat(43) + "." + "B".repeat(43),
          own.substring(0, own.length() - 1) + (own.endsWith("A") ? "E" : "A"),
          own.replaceFirst("gcb\\.[0-9]+", "gcb.9999999999"),
          "",
          "gcb...",
          "x".repeat(300)
        }) {
      assertThat(isKnown(node(), bad)).as(bad).isFalse();
    }
    byte[] key = "another installation's key, as long".getBytes(StandardCharsets.UTF_8);
    String stranger =
        nodes
            .node(key)
            .sessions()
            .signIn(Accesses.stranger("leader", PASSWORD))
            .orElseThrow()
            .browser();
    assertThat(isKnown(node(), stranger)).isFalse();
  }

  @Test
  void shouldLetWhoeverIsSignedInChangeThePasswordThoughStrangersGuess() {
    Principal.Leader own = signedIn();
    guess(null);
    assertThatThrownBy(
            () -> access.sessions().changePassword(own, "gõ nhầm", "con mèo ngủ trên mái"))
        .hasMessage("wrong-current-password");
    assertThat(access.sessions().changePassword(own, PASSWORD, "con mèo ngủ trên mái").token())
        .isNotEmpty();
  }

  @Test
  void shouldCountTriesWithinASessionByTheSessionAlone() {
    Principal.Leader own = signedIn();
    Principal.Leader other = signedIn();
    for (int i = 0; i < TRIES; i++) {
      String guess = "đoán " + i;
      assertThatThrownBy(() -> access.sessions().dropTotp(own, guess))
          .hasMessage("wrong-current-password");
    }
    assertThatThrownBy(
            () -> access.sessions().changePassword(own, PASSWORD, "con mèo ngủ trên mái"))
        .isInstanceOf(Refusal.class);
    assertThat(access.sessions().signIn(attempt(PASSWORD, null))).isPresent();
    assertThat(access.sessions().changePassword(other, PASSWORD, "con mèo ngủ trên mái").token())
        .isNotEmpty();
  }
}
