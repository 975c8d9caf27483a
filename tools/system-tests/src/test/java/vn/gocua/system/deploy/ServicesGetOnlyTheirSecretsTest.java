package vn.gocua.system.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/** A service of the composition is told the secrets that it needs, and no other. */
class ServicesGetOnlyTheirSecretsTest {
  @Test
  void shouldTellTheCompositionsOtherServicesNoSecretOfTheEngines() throws IOException {
    ComposeFile compose = ComposeFile.read();
    compose
        .services()
        .filter(service -> !service.name().startsWith("engine-"))
        .forEach(service ->
            assertThat(service.list("secrets"))
                .as(service.name())
                .doesNotContain("leader-password", "vault-key"));
    assertThat(compose.service("kiosk").list("secrets")).containsExactly("kiosk-token");
  }
}
