package vn.gocua.system.bench;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.gocua.protocol.board.BoardEndpoints;
import vn.gocua.protocol.client.Caller;
import vn.gocua.protocol.client.EngineApi;
import vn.gocua.testkit.EngineProcess;
import vn.gocua.testkit.SampleCampaign;

/** How soon an engine serves, with nothing and with a million check-ins, and the heap they take. */
final class StartUp implements Measurement {
  static final int MILLION = 1_000_000;

  private static final int EMPTY_STARTS = 5;
  private static final int FULL_STARTS = 3;
  private static final Pattern HEAP_USED = Pattern.compile("heap.*? used (\\d+)K");

  private static final Pattern LIVE =
      Pattern.compile("^Total\\s+\\d+\\s+(\\d+)", Pattern.MULTILINE);

  private final Bench bench;

  StartUp(Bench bench) {
    this.bench = bench;
  }

  @Override
  public List<Figure> run() throws Exception {
    List<Double> empty = new ArrayList<>();
    for (int i = 0; i < EMPTY_STARTS; i++) {
      try (EngineProcess engine = EngineProcess.start(bench.engine("empty-" + i))) {
        empty.add(engine.awaitReady().toMillis() / 1e3);
      }
    }
    Bench whole = bench.with(SampleCampaign.DAYS);
    EngineProcess.Launch launch = whole.engine("full", "-Xmx512m");
    Filled.journal(launch.journal(), whole.work(), MILLION, SampleCampaign.DAYS);
    List<Double> full = new ArrayList<>();
    List<Double> heap = new ArrayList<>();
    for (int i = 0; i < FULL_STARTS; i++) {
      try (EngineProcess engine = EngineProcess.start(launch);
          EngineApi api = EngineProcess.api(launch.address())) {
        full.add(engine.awaitReady().toMillis() / 1e3);
        proveAllFolded(api);
        heap.add(heapAfterCollection(engine.program().pid()));
      }
    }
    return List.of(
        Figure.atMost("start.empty", Stats.median(empty), Figure.Unit.SECONDS, 5),
        Figure.atMost("start.million", Stats.median(full), Figure.Unit.SECONDS, 15),
        Figure.atMost("start.heap", Stats.median(heap), Figure.Unit.MEBIBYTES, 512));
  }

  private static void proveAllFolded(EngineApi api) {
    long counted = api.call(Caller.ANYBODY, BoardEndpoints.BOARD).totals().checkIns();
    if (counted != MILLION) {
      throw new IllegalStateException("folded " + counted + " check-ins of " + MILLION);
    }
  }

  /** The engine's heap in MiB when everything that is not needed has gone. */
  static double heapAfterCollection(long pid) throws Exception {
    jcmd(pid, "GC.run");
    Matcher used = HEAP_USED.matcher(jcmd(pid, "GC.heap_info"));
    if (!used.find()) {
      throw new IllegalStateException("jcmd does not tell the heap's use");
    }
    return Long.parseLong(used.group(1)) / 1024.0;
  }

  /**
   * What of the engine's heap is in use, in MiB, counted at the end of a collection: whatever the
   * engine makes meanwhile is not in it.
   */
  static double liveHeap(long pid) throws Exception {
    Matcher total = LIVE.matcher(jcmd(pid, "GC.class_histogram"));
    if (!total.find()) {
      throw new IllegalStateException("jcmd does not count what lives");
    }
    return Long.parseLong(total.group(1)) / 1024.0 / 1024.0;
  }

  private static String jcmd(long pid, String command) throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                String.valueOf(pid),
                command)
            .redirectErrorStream(true)
            .start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IllegalStateException("jcmd " + command + ": " + output);
    }
    return output;
  }
}
