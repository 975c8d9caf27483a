package vn.gocua.system.bench;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import vn.gocua.protocol.checkin.ExportEndpoints;
import vn.gocua.protocol.client.Caller;
import vn.gocua.protocol.client.EngineApi;
import vn.gocua.protocol.client.Query;
import vn.gocua.protocol.endpoint.Endpoint;
import vn.gocua.testkit.EngineProcess;
import vn.gocua.testkit.SampleCampaign;
import vn.gocua.testkit.page.Leader;

/**
 * How long leaders wait for a million check-ins as a file, from an engine that has little memory to
 * spare: what an export gathered would not fit.
 */
final class Exporting implements Measurement {
  private static final String SMALL_HEAP = "-Xmx256m";
  private static final int HEADINGS = 1;

  private final Bench bench;

  Exporting(Bench bench) {
    this.bench = bench.with(SampleCampaign.DAYS);
  }

  @Override
  public List<Figure> run() throws Exception {
    EngineProcess.Launch launch = bench.engine("export", SMALL_HEAP);
    Filled.journal(launch.journal(), bench.work(), StartUp.MILLION, SampleCampaign.DAYS);
    try (EngineProcess engine = EngineProcess.start(launch);
        EngineApi api = EngineProcess.api(launch.address())) {
      engine.awaitReady();
      Caller leader = Leader.signIn(api).caller();
      Fetched csv = fetch(api, leader, ExportEndpoints.CHECK_INS_CSV);
      if (csv.lines() != StartUp.MILLION + HEADINGS) {
        throw new IllegalStateException("the export has " + csv.lines() + " lines");
      }
      Fetched xlsx = fetch(api, leader, ExportEndpoints.CHECK_INS_XLSX);
      return List.of(
          Figure.plain("export.csv", csv.seconds(), Figure.Unit.SECONDS),
          Figure.plain("export.csv.first", csv.first(), Figure.Unit.SECONDS),
          Figure.plain("export.xlsx", xlsx.seconds(), Figure.Unit.SECONDS));
    }
  }

  private record Fetched(long lines, double first, double seconds) {}

  private static Fetched fetch(EngineApi api, Caller leader, Endpoint<Void, InputStream> export)
      throws IOException {
    long begun = System.nanoTime();
    long lines = 0;
    double first = 0;
    byte[] buffer = new byte[64 * 1024];
    try (InputStream body = api.download(leader, export, Query.NONE).body()) {
      for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
        first = first == 0 ? (System.nanoTime() - begun) / 1e9 : first;
        for (int i = 0; i < read; i++) {
          lines += buffer[i] == '\n' ? 1 : 0;
        }
      }
    }
    return new Fetched(lines, first, (System.nanoTime() - begun) / 1e9);
  }
}
