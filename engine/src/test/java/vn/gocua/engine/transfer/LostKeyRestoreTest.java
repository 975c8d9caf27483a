package vn.gocua.engine.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import vn.gocua.engine.support.Answer;
import vn.gocua.engine.support.Api;
import vn.gocua.engine.support.ConfigFolder;
import vn.gocua.engine.support.Item;
import vn.gocua.engine.support.RunningEngine;
import vn.gocua.testkit.SettableClock;

/** A backup without the key that its vault is sealed with. */
@Tag("slow")
class LostKeyRestoreTest {
  private static final String NOON = "2025-08-22T12:00:00+07:00";
  private static final String REQUESTS = "/api/v1/help-requests";

  @TempDir private Path folder;
  private final SettableClock clock = SettableClock.at(NOON);
  private ConfigFolder config;
  private Path archive;
  private Path restored;

  @BeforeEach
  void nameThePlaces() {
    config = ConfigFolder.in(folder);
    archive = folder.resolve("backup.zip");
    restored = folder.resolve("restored");
  }

  private Run restore(String... more) {
    return Run.restore(archive, "sqlite:" + restored.resolve("journal.db"), more);
  }

  private static Map<String, Object> order(String phone) {
    Map<String, Object> order = new HashMap<>();
    order.put("id", Item.newId());
    order.put("hamlet", "co-giao");
    order.put("activity", "public-services");
    order.put("contact", Map.of("name", "Người xin giúp", "phone", phone, "address", "Ngõ"));
    order.put("consent", Map.of("textVersion", "kiosk-2025-08", "at", NOON));
    return order;
  }

  private static void setAuthenticatorUp(Api account) {
    JsonNode setup = account.post("/api/v1/account/totp", "").expect(200).json();
    byte[] secret = RunningEngine.base32(setup.path("secret").asString());
    account
        .post(
            "/api/v1/account/totp/confirm",
            Map.of(
                "seed",
                setup.path("seed").asString(),
                "code",
                RunningEngine.totp(secret),
                "password",
                RunningEngine.OWN))
        .expect(204);
  }

  private static String signIn(RunningEngine engine, String username, String password) {
    return engine
        .anybody()
        .post("/api/v1/sessions", Map.of("username", username, "password", password))
        .problem();
  }

  private void golden(String name, Path to) throws IOException {
    try (InputStream in = getClass().getResourceAsStream("/backups/" + name)) {
      Files.copy(Objects.requireNonNull(in, name), to);
    }
  }

  @Test
  void shouldSayWhatIsMissingAndGoOnWithoutTheVaultOnlyWhenToldTo() throws IOException {
    JsonNode ticket;
    try (RunningEngine engine = RunningEngine.start(folder.resolve("data"), config, clock)) {
      setAuthenticatorUp(engine.account("thu-ky", "admin"));
      ticket = engine.kiosk().post(REQUESTS, order("0900000001")).expect(201).json();
      engine.phone("T01").send(Item.at(NOON)).expect(200);
      Run.backup(archive, "sqlite:" + folder.resolve("data/journal.db")).expect(0);
    }
    Path place = folder.resolve("restored.vault.key");
    assertThat(restore().expect(6).out())
        .contains(place.toString(), "--without-vault --unverified", "mã xác thực", "Nothing was");
    assertThat(restore("--unverified").expect(6).out()).contains(place.toString());
    assertThat(restore("--without-vault").expect(7).out()).contains("--unverified");
    assertThat(restored).as("nothing was written").doesNotExist();
    assertThat(restore("--without-vault", "--unverified").expect(0).out())
        .contains("bật lại mã xác thực");
    assertThat(restored.resolve("vault.db")).doesNotExist();

    String path = REQUESTS + "/" + ticket.path("code").asString();
    try (RunningEngine engine = RunningEngine.start(restored, config, clock)) {
      Api admin = engine.anybody().signIn("thu-ky", RunningEngine.OWN);
      assertThat(admin.get(path).expect(200).json().path("contactLost").asBoolean()).isTrue();
      assertThat(admin.get(path + "/contact").problem()).isEqualTo("410 contact-lost");
      assertThat(engine.phone("T01").api().get(path).expect(200).json().path("status").asString())
          .isEqualTo("open");
      String secret = ticket.path("secret").asString();
      assertThat(change(engine, path, secret, Map.of("phone", "0900000003")).problem())
          .isEqualTo("410 contact-lost");
      change(
              engine,
              path,
              secret,
              Map.of("name", "Người xin giúp", "phone", "0900000004", "address", "Ngõ"))
          .expect(200);
      assertThat(admin.get(path + "/contact").expect(200).json().path("phone").asString())
          .isEqualTo("0900000004");
      assertThat(admin.get(path).json().path("contactLost").asBoolean(false)).isFalse();
      String another =
          engine
              .kiosk()
              .post(REQUESTS, order("0900000002"))
              .expect(201)
              .json()
              .path("code")
              .asString();
      admin.get(REQUESTS + "/" + another + "/contact").expect(200);
      assertThat(engine.anybody().board().path("totals").path("checkIns").asInt()).isEqualTo(1);
      setAuthenticatorUp(admin);
      engine.assertRecountEqual();
    }
    try (RunningEngine again = RunningEngine.start(restored, config, clock)) {
      assertThat(signIn(again, "thu-ky", RunningEngine.OWN)).isEqualTo("401 code-needed");
    }
  }

  private static Answer change(
      RunningEngine engine, String path, String secret, Map<String, Object> contact) {
    return engine.kiosk().post(path + "/change", Map.of("secret", secret, "contact", contact));
  }

  @Test
  void shouldRestoreABackupOfTheFirstVersionWhenTakenOnTrust() throws IOException {
    golden("sample-0.1.zip", archive);
    golden("sample-0.1-vault-key.json", folder.resolve("restored.vault.key"));
    assertThat(restore().expect(7).out()).contains("phiên bản 0.1", "--unverified");
    assertThat(restored).as("nothing was written").doesNotExist();
    restore("--unverified").expect(0);
    try (RunningEngine engine = RunningEngine.start(restored, config, clock)) {
      assertThat(
              engine
                  .leader()
                  .get(REQUESTS + "/TN-9413/contact")
                  .expect(200)
                  .json()
                  .path("phone")
                  .asString())
          .isEqualTo("0900000001");
      assertThat(engine.anybody().get("/d/5zrcFilcYrQdH9WJ2I0H7g").expect(200).body())
          .startsWith("%PDF-1.4 sample");
      assertThat(signIn(engine, "thu-ky", "sample password two")).isEqualTo("401 code-needed");
    }
  }

  @Test
  void shouldGiveUpTheVaultOfABackupOfTheFirstVersion() throws IOException {
    golden("sample-0.1.zip", archive);
    restore("--unverified").expect(6);
    restore("--unverified", "--without-vault").expect(0);
    try (RunningEngine engine = RunningEngine.start(restored, config, clock)) {
      engine.anybody().signIn("thu-ky", "sample password two");
      assertThat(engine.leader().get(REQUESTS + "/TN-9413/contact").problem())
          .isEqualTo("410 contact-lost");
    }
  }

  @Test
  void shouldNotThrowAwayWhatTheKeyAtHandOpens() throws IOException {
    golden("sample-0.1.zip", archive);
    golden("sample-0.1-vault-key.json", folder.resolve("restored.vault.key"));
    assertThat(restore("--unverified", "--without-vault").expect(2).out())
        .contains("không cần bỏ gì cả");
    assertThat(restored).doesNotExist();
  }

  @Test
  void shouldTellAnotherVaultsKeyAndOneThatIsNoKey() throws IOException {
    golden("sample-0.1.zip", archive);
    Path place = folder.resolve("restored.vault.key");
    Files.writeString(place, "no key at all");
    assertThat(restore("--unverified").expect(6).out())
        .contains("không phải là khóa", place.toString());
    Files.delete(place);
    Sample.key(place);
    assertThat(restore("--unverified").expect(6).out()).contains("khóa khác", place.toString());
    assertThat(restored).doesNotExist();
    assertThat(List.of(place)).allSatisfy(kept -> assertThat(kept).exists());
  }
}
