package vn.gocua.system.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import vn.gocua.protocol.client.EngineApi;
import vn.gocua.testkit.EngineProcess;
import vn.gocua.testkit.KioskProcess;
import vn.gocua.testkit.SampleCampaign;
import vn.gocua.testkit.page.Leader;

/** Where a measurement works: a folder, a campaign that has been running for some days, phones. */
final class Bench {
  private static final int DAYS_SO_FAR = 10;

  private final Path folder;
  private final int daysSoFar;
  private final LocalDate startDate;

  Bench(Path folder) {
    this(folder, DAYS_SO_FAR);
  }

  private Bench(Path folder, int daysSoFar) {
    this.folder = folder;
    this.daysSoFar = daysSoFar;
    this.startDate = LocalDate.now(SampleCampaign.ZONE).minusDays(daysSoFar - 1L);
  }

  /** The same with a campaign that is further on. */
  Bench with(int otherDaysSoFar) {
    return new Bench(folder, otherDaysSoFar);
  }

  Path folder() {
    return folder;
  }

  Work work() {
    return new Work(startDate, daysSoFar);
  }

  EngineProcess.Launch engine(String name, String... jvmFlags) throws IOException {
    Path own = Files.createDirectories(folder.resolve(name));
    return EngineProcess.Launch.of(
        own.resolve("data"), SampleCampaign.write(own.resolve("config"), startDate), jvmFlags);
  }

  /** The kiosk's server before an engine. */
  KioskProcess kiosk(EngineProcess.Launch engine) {
    return KioskProcess.start(
        engine.data().resolveSibling("kiosk"),
        engine.address(),
        Map.of("GOCUA_CONFIG", engine.config().toString()));
  }

  /** Enrols phones, one a team. */
  List<String> phones(EngineApi api, int count) {
    Leader leader = Leader.signIn(api);
    List<String> tokens = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      tokens.add(leader.enrol(SampleCampaign.team(i)));
    }
    return tokens;
  }

  /** What phones send in turn: every upload of one day, the days going round. */
  List<List<Batch>> uploads(List<String> tokens, int size) {
    Work work = work();
    return IntStream.range(0, tokens.size())
        .mapToObj(team ->
            IntStream.range(0, daysSoFar)
                .mapToObj(round ->
                    Batch.of(
                        tokens.get(team),
                        IntStream.range(0, size)
                            .mapToObj(n -> work.checkIn(team, team + round, round * size + n))
                            .toList()))
                .toList())
        .toList();
  }

  /** One check-in of today for each phone. */
  List<Batch> todaysUploads(List<String> tokens) {
    Work work = work();
    return IntStream.range(0, tokens.size())
        .mapToObj(
            team -> Batch.of(tokens.get(team), List.of(work.checkIn(team, daysSoFar - 1, team))))
        .toList();
  }
}
