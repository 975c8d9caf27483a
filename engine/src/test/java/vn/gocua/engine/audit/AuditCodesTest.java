package vn.gocua.engine.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.gocua.base.text.Language;
import vn.gocua.base.text.Texts;
import vn.gocua.engine.support.RunningEngine;
import vn.gocua.testkit.SettableClock;

/** The codes are a contract: some are added, none is renamed. Each has a word in every language. */
class AuditCodesTest {
  static final List<String> CODES =
      List.of(
          "account-disabled",
          "account-enabled",
          "account-opened",
          "alert-acknowledged",
          "alert-reopened",
          "campaign-archived",
          "campaign-closed",
          "campaign-reopened",
          "check-in-voided",
          "class-cancelled",
          "class-changed",
          "class-scheduled",
          "code-made",
          "document-shared",
          "document-withdrawn",
          "exported",
          "help-cancelled",
          "help-carried-in",
          "help-carried-out",
          "help-contact-erased",
          "help-expired",
          "help-groups-withdrawn",
          "help-left",
          "help-reassigned",
          "notice-published",
          "notice-withdrawn",
          "password-changed",
          "personal-data-read",
          "phone-ended",
          "phone-enrolled",
          "phone-named",
          "phone-revoked",
          "role-changed",
          "roster-changed",
          "screen-accepted",
          "screen-revoked",
          "sessions-ended",
          "sign-in-failed",
          "sign-in-locked",
          "signed-in",
          "signed-out",
          "targets-changed",
          "totp-disabled",
          "totp-enabled",
          "training-reported",
          "vault-given-up");

  @Test
  void shouldTellOfEveryDeedInAnEngine(@TempDir Path folder) {
    try (RunningEngine engine =
        RunningEngine.start(folder, SettableClock.at("2025-08-13T09:30:00+07:00"))) {
      String refused = engine.leader().get("/api/v1/audit?what=sleeping").expect(400).body();
      assertThat(refused).contains(String.join(", ", CODES));
    }
  }

  @ParameterizedTest
  @MethodSource("vn.gocua.base.text.Language#all")
  void shouldHaveAWordForEveryDeed(Language language) {
    Texts texts = Texts.of("tables", language);
    assertThat(CODES).allSatisfy(code -> assertThat(texts.ofCode("deed", code)).isNotEqualTo(code));
  }
}
