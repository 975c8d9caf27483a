package vn.gocua.engine.commands;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.gocua.engine.support.RunningEngine;
import vn.gocua.protocol.access.AccessEndpoints;
import vn.gocua.protocol.board.BoardEndpoints;
import vn.gocua.protocol.client.ApiRefusal;
import vn.gocua.protocol.client.Caller;
import vn.gocua.protocol.client.EngineApi;
import vn.gocua.testkit.SettableClock;

class LeaderSessionTest {
  private static RunningEngine engine;
  private static String address;

  @BeforeAll
  static void start(@TempDir Path folder) {
    engine = RunningEngine.start(folder, SettableClock.at("2025-08-22T09:30:00+07:00"));
    address = engine.url().toString();
  }

  @AfterAll
  static void stop() {
    engine.close();
  }

  @Test
  void shouldLastUntilItIsClosed() {
    Caller caller;
    try (LeaderSession session = LeaderSession.signIn(address, "leader", RunningEngine.PASSWORD)) {
      caller = session.caller();
      assertThat(session.api().call(caller, BoardEndpoints.RECOUNT).equal()).isTrue();
    }
    try (EngineApi api = new EngineApi(engine.url())) {
      assertThatThrownBy(() -> api.call(caller, AccessEndpoints.WHO_AM_I))
          .isInstanceOfSatisfying(
              ApiRefusal.class, refusal -> assertThat(refusal.signedOut()).isTrue());
    }
  }

  @Test
  void shouldSayWhyTheEngineWouldNot() {
    ApiRefusal refusal = refusal(address);
    assertThat(LeaderSession.why(refusal, address, "erase.refused"))
        .contains("the engine refused", refusal.title())
        .doesNotContain("HTTP");
    assertThat(refusal.title()).isNotEmpty();
  }

  @Test
  void shouldSayThatNobodyAnswers() {
    String nobody = "http://127.0.0.1:" + RunningEngine.freePort();
    assertThat(LeaderSession.why(refusal(nobody), nobody, "erase.refused"))
        .contains(nobody, "ConnectException");
  }

  private static ApiRefusal refusal(String at) {
    return catchThrowableOfType(
        ApiRefusal.class, () -> LeaderSession.signIn(at, "leader", "not the password"));
  }
}
