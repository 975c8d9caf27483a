package vn.gocua.system.rehearsal;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import tools.jackson.databind.json.JsonMapper;
import vn.gocua.base.console.Parent;
import vn.gocua.protocol.client.EngineApi;
import vn.gocua.rehearsal.plan.RehearsalClock;
import vn.gocua.testkit.Browser;
import vn.gocua.testkit.EngineProcess;
import vn.gocua.testkit.page.Leader;

/**
 * The phones of a rehearsal that are real pages in a real browser: {@code ./gocua rehearse --phones
 * N} starts this beside the rehearsal. Thumbs tap, networks fail, tabs die, clocks are wrong; in
 * between the engine's power is cut, three times. In the end what the pages hold goes into a
 * report, which the rehearsal holds against the engine's figures.
 *
 * <p>Arguments: the engine's port, the file with the leader's password, the number of pages, the
 * campaign's days, the seed, the file that asks for a power cut, the report's file.
 */
final class RehearsalPages {
  /** The last part of the campaign, in days, in which nothing is entered any more. */
  private static final double WINDING_DOWN = 0.9;

  /** When the engine's power is cut, as parts of the campaign. */
  private static final List<Double> POWER_CUTS = List.of(0.2, 0.45, 0.7);

  private RehearsalPages() {}

  /** What has happened to all pages together. */
  static final class Happenings {
    int reloads;
    int kills;
    int offline;
    int undone;
    int powerCuts;
    final List<String> problems = new ArrayList<>();
  }

  public static void main(String[] args) throws IOException, InterruptedException {
    String[] arguments = Parent.watch(args);
    int port = Integer.parseInt(arguments[0]);
    int count = Integer.parseInt(arguments[2]);
    int days = Integer.parseInt(arguments[3]);
    Random random = new Random(Long.parseLong(arguments[4]));
    Path powerCut = Path.of(arguments[5]);
    RehearsalClock time = RehearsalClock.parse(System.getenv("GOCUA_CLOCK"));
    EngineApi engine = EngineProcess.api(URI.create("http://127.0.0.1:" + port));
    Leader leader = Leader.signIn(engine, Files.readString(Path.of(arguments[1])).strip());
    List<String> teams = leader.teams();
    Happenings happenings = new Happenings();
    try (Browser browser = new Browser()) {
      List<LivingPage> pages = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        String team = teams.get(i % teams.size());
        pages.add(new LivingPage(browser, port, leader.code(team, 1), team, random, happenings));
      }
      live(pages, time, days, random, powerCut, happenings);
      report(Path.of(arguments[6]), pages, happenings);
      pages.forEach(LivingPage::close);
    }
  }

  private static void live(
      List<LivingPage> pages,
      RehearsalClock time,
      int days,
      Random random,
      Path powerCut,
      Happenings happenings)
      throws IOException, InterruptedException {
    Thread.sleep(positive(Duration.between(Instant.now(), time.origin())));
    Queue<Instant> cuts =
        new ArrayDeque<>(POWER_CUTS.stream().map(part -> after(time, days * part)).toList());
    Instant evening = after(time, days - WINDING_DOWN);
    while (Instant.now().isBefore(evening)) {
      pages.get(random.nextInt(pages.size())).action();
      if (!cuts.isEmpty() && Instant.now().isAfter(cuts.peek()) && !Files.exists(powerCut)) {
        cuts.remove();
        Files.createFile(powerCut);
        happenings.powerCuts++;
      }
    }
    pages.forEach(LivingPage::comeHome);
    pages.forEach(LivingPage::awaitSent);
  }

  /** The real instant at which so many days since the first morning have gone by. */
  private static Instant after(RehearsalClock time, double days) {
    return time.realTime(time.start().plusMillis((long) (days * 86_400_000)));
  }

  private static Duration positive(Duration duration) {
    return duration.isNegative() ? Duration.ZERO : duration;
  }

  private static void report(Path file, List<LivingPage> pages, Happenings happenings)
      throws IOException {
    List<Map<String, Object>> counted = new ArrayList<>();
    int unsent = 0;
    for (LivingPage page : pages) {
      counted.addAll(page.counted());
      unsent += page.unsent();
    }
    Map<String, Object> report = new LinkedHashMap<>();
    report.put("phones", pages.size());
    report.put("reloads", happenings.reloads);
    report.put("kills", happenings.kills);
    report.put("offline", happenings.offline);
    report.put("undone", happenings.undone);
    report.put("powerCuts", happenings.powerCuts);
    report.put("unsent", unsent);
    report.put("problems", happenings.problems);
    report.put("counted", counted);
    Path half = file.resolveSibling(file.getFileName() + ".half");
    Files.writeString(half, JsonMapper.builder().build().writeValueAsString(report));
    Files.move(half, file, StandardCopyOption.ATOMIC_MOVE);
  }
}
