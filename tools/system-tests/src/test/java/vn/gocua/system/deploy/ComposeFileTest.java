package vn.gocua.system.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import vn.gocua.system.deploy.ComposeFile.Service;

/** What must stay true of docker-compose.yml and the two Dockerfiles, whoever edits them. */
class ComposeFileTest {
  private static final Pattern USER = Pattern.compile("(?m)^USER (\\d+):\\d+$");
  private static final Pattern SECRET = Pattern.compile("(?i).*(password|token|secret).*");

  private final ComposeFile compose;

  ComposeFileTest() throws IOException {
    compose = ComposeFile.read();
  }

  @Test
  void shouldPublishNothingButTheProxy() {
    assertThat(compose.services())
        .filteredOn(service -> !service.list("ports").isEmpty())
        .extracting(Service::name)
        .containsExactly("proxy");
    assertThat(compose.service("proxy").list("ports"))
        .containsExactly("80:80", "443:443", "8443:8443");
    assertThat(compose.services())
        .noneMatch(service -> service.settings().containsKey("network_mode"));
  }

  @Test
  void shouldKeepWhatAsksNobodyWhoCallsToThoseWhoMustReachIt() {
    assertThat(membersOf("cluster")).containsExactly("engine-1", "engine-2");
    assertThat(membersOf("store"))
        .containsExactly("engine-1", "engine-2", "mongo-1", "mongo-2", "mongo-3", "mongo-init");
    assertThat(membersOf("edge")).containsExactly("proxy");
    for (String inner : List.of("cluster", "store", "web")) {
      assertThat(ComposeFile.map(compose.section("networks").get(inner)).get("internal"))
          .as(inner)
          .isEqualTo(true);
    }
  }

  private Set<String> membersOf(String network) {
    Set<String> members = new TreeSet<>();
    compose
        .services()
        .filter(service -> service.networks().contains(network))
        .forEach(service -> members.add(service.name()));
    return members;
  }

  @Test
  void shouldRunNothingAsRoot() throws IOException {
    for (Service service : compose.services().toList()) {
      String user = String.valueOf(service.setting("user"));
      Matcher built = USER.matcher(service.dockerfile());
      String uid = user.isEmpty() && built.find() ? built.group(1) : user.split(":", 2)[0];
      assertThat(uid).as(service.name()).matches("[1-9]\\d*");
      assertThat(service.list("cap_drop")).as(service.name()).containsExactly("ALL");
      assertThat(service.list("security_opt"))
          .as(service.name())
          .containsExactly("no-new-privileges:true");
      assertThat(service.setting("read_only")).as(service.name()).isEqualTo(true);
      assertThat(service.settings().containsKey("privileged")).as(service.name()).isFalse();
    }
  }

  @Test
  void shouldKnowWhetherEachIsWellAndStartItAgain() throws IOException {
    for (Service service : compose.services().toList()) {
      if (service.isJob()) {
        continue;
      }
      assertThat(service.setting("restart")).as(service.name()).isEqualTo("unless-stopped");
      boolean checked =
          service.settings().containsKey("healthcheck")
              || service.dockerfile().contains("\nHEALTHCHECK ");
      assertThat(checked).as(service.name()).isTrue();
    }
  }

  @Test
  void shouldBoundWhatEachTakes() {
    for (Service service : compose.services().toList()) {
      Map<?, ?> deploy = ComposeFile.map(service.setting("deploy"));
      Map<?, ?> limits = ComposeFile.map(ComposeFile.map(deploy.get("resources")).get("limits"));
      assertThat(limits.keySet()).as(service.name()).isEqualTo(Set.of("cpus", "memory"));
      assertThat(ComposeFile.map(service.setting("logging"))).as(service.name()).isNotEmpty();
    }
  }

  @Test
  void shouldHandSecretsOverAsFilesOnly() {
    for (Service service : compose.services().toList()) {
      service
          .environment()
          .forEach((name, value) -> {
            if (SECRET.matcher(String.valueOf(name)).matches()) {
              assertThat(String.valueOf(name)).as(service.name()).endsWith("_FILE");
            }
            assertThat(String.valueOf(value)).as(service.name()).doesNotContain("mongodb://");
            if (String.valueOf(value).startsWith("/run/secrets/")) {
              String secret = String.valueOf(value).substring("/run/secrets/".length());
              assertThat(service.list("secrets")).as(service.name()).contains(secret);
            }
          });
      assertThat(compose.section("secrets").keySet().stream().map(String::valueOf))
          .as(service.name())
          .containsAll(service.list("secrets"));
    }
  }

  @Test
  void shouldMakeEverySecretItUses() throws IOException {
    String script = Files.readString(ComposeFile.ROOT.resolve("docs/deploy/make-secrets.sh"));
    for (Object secret : compose.section("secrets").keySet()) {
      assertThat(script).contains("| keep " + secret);
    }
    assertThat(Files.readString(ComposeFile.ROOT.resolve(".gitignore"))).contains("/secrets/");
  }

  @Test
  void shouldGiveEnginesSettingsThatTheyUnderstand() {
    for (String name : List.of("engine-1", "engine-2")) {
      Service engine = compose.service(name);
      assertThat(engine.environment().get("GOCUA_CLUSTER_HOST")).isEqualTo(name + ".cluster");
      assertThat(String.valueOf(ComposeFile.map(engine.setting("networks")).get("cluster")))
          .contains(name + ".cluster");
      assertThat(String.valueOf(engine.environment().get("GOCUA_CLUSTER_MEMBERS")))
          .contains(name + ".cluster:5701");
      assertThat(engine.environment().keySet().stream().map(String::valueOf))
          .contains("GOCUA_JOURNAL_FILE", "GOCUA_LEADER_PASSWORD_FILE", "GOCUA_KIOSK_TOKEN_FILE");
    }
  }

  @Test
  void shouldMountOnlyFilesThatExist() {
    for (Service service : compose.services().toList()) {
      for (String volume : service.list("volumes")) {
        String source = volume.split(":", 2)[0];
        if (source.startsWith("./")) {
          assertThat(ComposeFile.ROOT.resolve(source)).as(service.name()).exists();
          assertThat(volume).as(service.name()).endsWith(":ro");
        } else {
          assertThat(compose.section("volumes").containsKey(source)).as(volume).isTrue();
        }
      }
    }
  }

  @Test
  void shouldBuildFromFilesThatTheContextLetsThrough() throws IOException {
    List<String> let = Files.readAllLines(ComposeFile.ROOT.resolve(".dockerignore"));
    assertThat(let).contains("*");
    for (String module : List.of("engine", "kiosk")) {
      for (String line : Files.readAllLines(ComposeFile.ROOT.resolve(module + "/Dockerfile"))) {
        if (line.startsWith("COPY ") && !line.contains("--from")) {
          String source = line.split(" ", 3)[1];
          assertThat(ComposeFile.ROOT.resolve(source)).as(line).exists();
          assertThat(let).as(line).contains("!" + source);
        }
      }
    }
    assertThat(let).noneMatch(line -> line.startsWith("!") && line.contains("secrets"));
  }

  @Test
  void shouldNotHoldBackTheStreamsAndKeepAScreenAtItsKiosk() throws IOException {
    String caddyfile = Files.readString(ComposeFile.ROOT.resolve("docs/deploy/Caddyfile"));
    assertThat(caddyfile)
        .contains("flush_interval -1", "lb_policy cookie")
        .contains("encode zstd gzip")
        .contains("header Content-Type application/json*")
        .doesNotContain("text/*", "event-stream");
  }

  @Test
  void shouldTellEveryServerBehindTheProxyWhomToBelieve() {
    for (String name : List.of("engine-1", "engine-2", "kiosk")) {
      assertThat(compose.service(name).environment().get("GOCUA_TRUSTED_PROXIES"))
          .as(name)
          .isEqualTo("proxy");
    }
  }
}
