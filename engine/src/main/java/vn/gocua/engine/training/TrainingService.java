package vn.gocua.engine.training;

import java.time.Instant;
import java.util.List;
import vn.gocua.engine.journal.GroupCommit;
import vn.gocua.engine.journal.Journal;
import vn.gocua.engine.state.Repository;
import vn.gocua.engine.state.StreamKind;
import vn.gocua.engine.training.TrainingReported.Unit;

/** Keeps how far the training of staff has come. Calls block. */
public final class TrainingService {
  private static final String KEY = "training";

  private final Repository<TrainingReported, TrainingReported> ledger;

  public TrainingService(String campaign, Journal journal, GroupCommit commit) {
    this.ledger =
        new Repository<>(
            new StreamKind<>(campaign + "/", TrainingReported.FACTS, (_, latest) -> latest),
            journal,
            commit);
  }

  /** The units as they were last reported; none if nobody has. */
  public List<Unit> units() {
    TrainingReported latest = ledger.read(KEY).state();
    return latest == null ? List.of() : latest.units();
  }

  /** Reports all units anew; if they are so already, nothing happens. */
  public List<Unit> report(List<Unit> units, String by, Instant at) {
    TrainingReported after =
        ledger
            .append(
                KEY,
                known ->
                    known != null && known.units().equals(units)
                        ? null
                        : new TrainingReported(units, by, at))
            .state();
    return after == null ? units : after.units();
  }
}
