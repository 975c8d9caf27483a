package vn.gocua.system.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.gocua.protocol.access.AccessEndpoints;
import vn.gocua.protocol.access.NewPhone;
import vn.gocua.protocol.client.Caller;
import vn.gocua.testkit.Checkout;
import vn.gocua.testkit.EngineProcess;

/** What the README tells to type does what it says. */
@Tag("slow")
class ReadmeTest {
  private static final Path README = Checkout.root().resolve("README.md");
  private static final String PASSWORD = EngineProcess.PASSWORD;

  @TempDir private Path folder;

  @Test
  void shouldMakeACodeThatEnrolsAPhone() throws Exception {
    assumeTrue(canRun("bash", "--version") && canRun("curl", "--version"), "needs bash and curl");
    try (EngineProcess engine = EngineProcess.start(folder)) {
      String answer = run(commands().get(1), engine.url().toString());

      String code = find("\"url\":\"" + engine.url() + "/#code=([^\"]+)\"", answer).group(1);
      NewPhone phone = new NewPhone(code, null);
      assertThat(engine.api().send(Caller.ANYBODY, AccessEndpoints.ENROL, phone).token())
          .isNotEmpty();
    }
  }

  @Test
  void shouldLinkToFilesThatAreThere() throws IOException {
    List<String> links =
        Pattern.compile("\\]\\(([^)#]+)[^)]*\\)")
            .matcher(Files.readString(README))
            .results()
            .map(result -> result.group(1))
            .filter(link -> !link.startsWith("http"))
            .toList();

    assertThat(links)
        .hasSizeGreaterThan(10)
        .allMatch(link -> Files.exists(Checkout.root().resolve(link)));
  }

  private static List<String> commands() throws IOException {
    return Pattern.compile("```sh\n(.*?)```", Pattern.DOTALL)
        .matcher(Files.readString(README))
        .results()
        .map(result -> result.group(1))
        .toList();
  }

  private static MatchResult find(String pattern, String text) {
    return Pattern.compile(pattern)
        .matcher(text)
        .results()
        .findFirst()
        .orElseThrow(() -> new AssertionError(text));
  }

  private static String run(String commands, String engine)
      throws IOException, InterruptedException {
    ProcessBuilder bash = new ProcessBuilder("bash", "-euc", commands);
    bash.environment().put("ENGINE", engine);
    bash.environment().put("PASSWORD", PASSWORD);
    Process process = bash.redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
    return output;
  }

  private static boolean canRun(String... command) throws InterruptedException {
    try {
      return new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException _) {
      return false;
    }
  }
}
