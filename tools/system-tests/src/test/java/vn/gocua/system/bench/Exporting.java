package vn.gocua.system.bench;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import vn.gocua.system.fault.EngineClient;
import vn.gocua.testkit.EngineProcess;
import vn.gocua.testkit.SampleCampaign;

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
        EngineClient client = new EngineClient(launch.address());
        HttpClient http = HttpClient.newHttpClient()) {
      engine.awaitReady();
      String session = client.signIn();
      Fetched csv = fetch(http, launch.address(), session, "csv");
      if (csv.lines() != StartUp.MILLION + HEADINGS) {
        throw new IllegalStateException("the export has " + csv.lines() + " lines");
      }
      Fetched xlsx = fetch(http, launch.address(), session, "xlsx");
      return List.of(
          Figure.plain("export.csv", csv.seconds(), Figure.Unit.SECONDS),
          Figure.plain("export.csv.first", csv.first(), Figure.Unit.SECONDS),
          Figure.plain("export.xlsx", xlsx.seconds(), Figure.Unit.SECONDS));
    }
  }

  private record Fetched(long lines, double first, double seconds) {}

  private static Fetched fetch(HttpClient http, URI engine, String session, String ending)
      throws IOException, InterruptedException {
    long begun = System.nanoTime();
    HttpResponse<InputStream> answer =
        http.send(
            HttpRequest.newBuilder(engine.resolve("/api/v1/export/check-ins." + ending))
                .header("authorization", "Bearer " + session)
                .build(),
            BodyHandlers.ofInputStream());
    long lines = 0;
    double first = 0;
    byte[] buffer = new byte[64 * 1024];
    try (InputStream body = answer.body()) {
      for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
        first = first == 0 ? (System.nanoTime() - begun) / 1e9 : first;
        for (int i = 0; i < read; i++) {
          lines += buffer[i] == '\n' ? 1 : 0;
        }
      }
    }
    if (answer.statusCode() != 200) {
      throw new IllegalStateException("the engine answered " + answer.statusCode());
    }
    return new Fetched(lines, first, (System.nanoTime() - begun) / 1e9);
  }
}
