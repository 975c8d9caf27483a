package vn.gocua.rehearsal;

import java.io.IOException;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import vn.gocua.base.file.PrivateFile;
import vn.gocua.base.settings.InvalidConfig;
import vn.gocua.base.settings.YamlTree;
import vn.gocua.base.text.Language;
import vn.gocua.base.text.Texts;
import vn.gocua.rehearsal.plan.RehearsalClock;

/**
 * Prepares a rehearsal's folder before its engine starts: {@code config/} made from the real one,
 * and {@code leader-password}. Only the campaign and its teams are copied, so that nothing of the
 * real deployment is reached. Prints the clock.
 */
@Command(name = "prepare", resourceBundle = Texts.CONSOLE_BUNDLE, mixinStandardHelpOptions = true)
final class PrepareCommand implements Callable<Integer> {
  private static final int MOST_DAYS = 366;
  private static final int MOST_TEAMS = 5000;
  private static final int FASTEST = 1_000_000;

  private static final int COULD_NOT_BE_LAID_OUT = 2;
  private static final ZoneId USUAL_ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

  private static final LocalTime FIRST_MORNING = LocalTime.of(5, 0);

  @Option(names = "--from", paramLabel = "FOLDER", required = true)
  private Path from = Path.of("config");

  @Option(names = "--to", paramLabel = "FOLDER", required = true)
  private Path to = Path.of(".");

  @Option(names = "--days", paramLabel = "N", defaultValue = "6")
  private int days;

  @Option(names = "--teams", paramLabel = "N", defaultValue = "36")
  private int teams;

  @Option(names = "--speed", paramLabel = "N", defaultValue = "8640")
  private double speed;

  @Option(names = "--lang", paramLabel = "LANGUAGE")
  private String language = "";

  @Override
  public Integer call() {
    Texts texts = Texts.of("rehearsal", Language.named(language));
    PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    List<String> wrong = outOfRange(texts);
    if (!wrong.isEmpty()) {
      wrong.forEach(err::println);
      return COULD_NOT_BE_LAID_OUT;
    }
    try {
      Instant now = Instant.now();
      ZoneId zone = adaptConfig(now);
      writePassword();
      Instant morning =
          LocalDate.ofInstant(now, zone).atTime(FIRST_MORNING).atZone(zone).toInstant();
      System.out.println(new RehearsalClock(now.plus(headStart()), morning, speed));
      return 0;
    } catch (IOException e) {
      err.println(texts.get("cannot-prepare", to, e));
    } catch (InvalidConfig e) {
      err.println(texts.get("not-yaml", from, String.valueOf(e.getMessage())));
    }
    return COULD_NOT_BE_LAID_OUT;
  }

  private List<String> outOfRange(Texts texts) {
    List<String> wrong = new ArrayList<>();
    if (days < 1 || days > MOST_DAYS) {
      wrong.add(texts.get("out-of-range", "--days", days, MOST_DAYS));
    }
    if (teams < 1 || teams > MOST_TEAMS) {
      wrong.add(texts.get("out-of-range", "--teams", teams, MOST_TEAMS));
    }
    if (!(speed >= 1 && speed <= FASTEST)) {
      wrong.add(texts.get("out-of-range", "--speed", speed, FASTEST));
    }
    return wrong;
  }

  /**
   * Real time for the programs to start before the first morning: some seconds, and a multiple of
   * this process's own start.
   */
  private static Duration headStart() {
    Duration ownStart = Duration.ofMillis(ManagementFactory.getRuntimeMXBean().getUptime());
    return Duration.ofSeconds(5).plus(ownStart.multipliedBy(20));
  }

  private ZoneId adaptConfig(Instant now) throws IOException {
    Path config = Files.createDirectories(to.resolve("config"));
    Map<?, ?> campaign = YamlTree.read(from.resolve("campaign.yaml"));
    ZoneId zone = zone(campaign);
    var adapted =
        new RehearsalConfig(LocalDate.ofInstant(now, zone), days, teams)
            .adapt(new RehearsalConfig.Files(campaign, YamlTree.read(from.resolve("teams.yaml"))));
    YamlTree.write(config.resolve("campaign.yaml"), adapted.campaign());
    YamlTree.write(config.resolve("teams.yaml"), adapted.roster());
    copyGuides(from.resolve("guides"), config.resolve("guides"));
    return zone;
  }

  private static void copyGuides(Path guides, Path to) throws IOException {
    if (!Files.isDirectory(guides)) {
      return;
    }
    Files.createDirectories(to);
    try (Stream<Path> files = Files.list(guides)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.copy(file, to.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
      }
    }
  }

  private static ZoneId zone(Map<?, ?> campaign) {
    try {
      return ZoneId.of(String.valueOf(campaign.get("zone")));
    } catch (DateTimeException _) {
      return USUAL_ZONE;
    }
  }

  private void writePassword() throws IOException {
    byte[] secret = new byte[12];
    new SecureRandom().nextBytes(secret);
    PrivateFile.replace(to.resolve("leader-password"), HexFormat.of().formatHex(secret));
  }
}
