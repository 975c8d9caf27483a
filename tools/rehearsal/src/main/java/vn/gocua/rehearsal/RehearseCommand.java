package vn.gocua.rehearsal;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import vn.gocua.base.text.Language;
import vn.gocua.base.text.Texts;
import vn.gocua.protocol.client.EngineApi;
import vn.gocua.rehearsal.plan.RehearsalClock;

/**
 * Lives a made-up campaign against a running engine that was started for a rehearsal. Exit code 0
 * if all figures agree.
 */
@Command(
    name = "rehearse",
    resourceBundle = Texts.CONSOLE_BUNDLE,
    subcommands = PrepareCommand.class,
    mixinStandardHelpOptions = true)
public final class RehearseCommand implements Callable<Integer> {
  private static final int DOES_NOT_HOLD = 1;
  private static final int COULD_NOT_BE_HELD = 2;

  /** Timeout for a busy engine's answers. */
  private static final Duration ANSWERED_WITHIN = Duration.ofSeconds(30);

  @Option(
      names = "--url",
      paramLabel = "URL",
      defaultValue = "${env:GOCUA_ENGINE_URL:-http://127.0.0.1:8080}")
  private URI url = URI.create("http://127.0.0.1:8080");

  @Option(names = "--clock", paramLabel = "CLOCK", defaultValue = "${env:GOCUA_CLOCK}")
  private @Nullable String clock;

  @Option(
      names = "--password-file",
      paramLabel = "FILE",
      defaultValue = "${env:GOCUA_LEADER_PASSWORD_FILE}")
  private @Nullable Path passwordFile;

  @Option(names = "--seed", paramLabel = "N", defaultValue = "1")
  private long seed;

  @Option(names = "--pages", paramLabel = "FILE")
  private @Nullable Path pages;

  @Option(names = "--lang", paramLabel = "LANGUAGE")
  private String language = "";

  @Override
  public Integer call() throws InterruptedException {
    Texts texts = Texts.of("rehearsal", Language.named(language));
    PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    try (EngineApi api = new EngineApi(url).within(ANSWERED_WITHIN)) {
      Report report = new Report(texts, out);
      var rehearsal = new Rehearsal(api, readClock(), InstantSource.system(), report, pages);
      Rehearsal.Verdict verdict = rehearsal.run(password(), seed);
      report.verdict(verdict);
      return verdict.holds() ? 0 : DOES_NOT_HOLD;
    } catch (RehearsalFailed failed) {
      err.println(failed.text(texts));
      return COULD_NOT_BE_HELD;
    }
  }

  private RehearsalClock readClock() throws RehearsalFailed {
    try {
      return RehearsalClock.parse(clock == null ? "" : clock);
    } catch (IllegalArgumentException _) {
      throw new RehearsalFailed("no-clock");
    }
  }

  private String password() throws RehearsalFailed {
    String password = System.getenv("GOCUA_LEADER_PASSWORD");
    if (password != null && !password.isBlank()) {
      return password;
    }
    try {
      if (passwordFile != null) {
        return Files.readString(passwordFile).strip();
      }
    } catch (IOException _) {
      // Reported below.
    }
    throw new RehearsalFailed("no-password");
  }
}
