package vn.gocua.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Redocly's recommended rules find nothing in the API's document. It needs Node.js, which the build
 * does not; where it is not at hand the test is skipped and says so.
 */
@Tag("all")
class RedoclyTest {
  private static final String REDOCLY = "@redocly/cli@2.77.0";

  @Test
  void shouldFindNothing(@TempDir Path folder) throws Exception {
    List<String> command =
        onPath("redocly")
            .map(List::of)
            .or(() -> onPath("npx").map(npx -> List.of(npx, "--yes", REDOCLY)))
            .orElse(List.of());
    assumeTrue(!command.isEmpty(), "neither redocly nor npx is installed: nothing was checked");
    assumeTrue(run(folder, command, "--version").status == 0, "Redocly is not to be had here");
    Path document = Path.of("src/main/resources/openapi.yaml").toAbsolutePath();
    Said said =
        run(
            folder,
            command,
            "lint",
            "--extends=recommended",
            "--max-problems=50",
            document.toString());
    assertThat(said.text).doesNotContain("error  ", "warning  ");
    assertThat(said.status).as(said.text).isZero();
  }

  private record Said(int status, String text) {}

  private static Said run(Path folder, List<String> command, String... arguments)
      throws IOException, InterruptedException {
    Path text = folder.resolve("said.txt");
    Process process =
        new ProcessBuilder(Stream.concat(command.stream(), Stream.of(arguments)).toList())
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(text.toFile())
            .start();
    if (!process.waitFor(3, TimeUnit.MINUTES)) {
      process.destroyForcibly();
      return new Said(-1, "it did not end");
    }
    return new Said(process.exitValue(), Files.readString(text, StandardCharsets.UTF_8));
  }

  private static Optional<String> onPath(String program) {
    return Stream.of(System.getenv("PATH").split(File.pathSeparator))
        .map(folder -> Path.of(folder, program))
        .filter(Files::isExecutable)
        .map(Path::toString)
        .findFirst();
  }
}
