package vn.gocua.engine.access.password;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.gocua.base.settings.ConfigErrors;
import vn.gocua.engine.access.password.PasswordHashing.Sender;
import vn.gocua.engine.config.Settings;

/** What a password's hash costs in earnest; the other tests take a cheap one. */
class PasswordHashingTest {
  private static final Sender SENDER = Sender.known("leader");

  @Test
  void shouldCostWhatIsAskedOfArgonAtLeast() {
    Settings settings = Settings.read(Map.of(), Clock.systemUTC(), new ConfigErrors());
    try (PasswordHashing hashing = new PasswordHashing(settings.passwordMemory())) {
      String hash = hashing.hash(SENDER, "một câu dễ nhớ");
      assertThat(hash).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
      assertThat(hashing.matches(SENDER, "một câu dễ nhớ", hash)).isTrue();
      assertThat(hashing.matches(SENDER, "một câu", hash)).isFalse();
    }
  }

  @Test
  void shouldKnowAHashOfAnotherCost() {
    try (PasswordHashing before = new PasswordHashing(64);
        PasswordHashing now = new PasswordHashing(128)) {
      String hash = before.hash(SENDER, "một câu dễ nhớ");
      assertThat(now.matches(SENDER, "một câu dễ nhớ", hash)).isTrue();
      assertThat(now.matches(SENDER, "một câu dễ nhớ", null)).isFalse();
    }
  }
}
