package vn.gocua.engine.training;

import java.time.Instant;
import java.util.List;
import vn.gocua.engine.state.Repositories;
import vn.gocua.engine.state.SingleStream;
import vn.gocua.engine.state.StreamKind;
import vn.gocua.engine.state.Versioned;
import vn.gocua.engine.training.TrainingReported.Unit;

/** Keeps the latest report on the staff's training. */
public final class TrainingService {
  private final SingleStream<TrainingReported, TrainingReported> reports;

  /** Reads the latest report. Blocks. */
  TrainingService(Repositories repositories) {
    reports =
        repositories.single(
            new StreamKind<>(
                repositories.campaign() + "/training",
                TrainingReported.FACTS,
                (_, latest) -> latest,
                TrainingTold::told),
            "training");
  }

  /** Loads it from the journal into memory. Blocks. */
  void load() {
    reports.load();
  }

  /** Units of the latest report; empty without one. Does not block. */
  public List<Unit> units() {
    return units(reports.now());
  }

  /** Reports all units anew; if they are so already, nothing happens. Blocks. */
  List<Unit> report(List<Unit> units, String by, Instant at) {
    return units(
        reports.append(known ->
            known != null && known.units().equals(units)
                ? null
                : new TrainingReported(units, by, at)));
  }

  private static List<Unit> units(Versioned<TrainingReported> latest) {
    TrainingReported report = latest.state();
    return report == null ? List.of() : report.units();
  }
}
