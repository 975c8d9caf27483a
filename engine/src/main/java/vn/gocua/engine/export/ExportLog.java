package vn.gocua.engine.export;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.LocalDate;
import java.util.List;
import vn.gocua.engine.fact.AuditSource;
import vn.gocua.engine.fact.FactType;
import vn.gocua.engine.fact.FactTypes;
import vn.gocua.engine.fact.Term;
import vn.gocua.engine.fact.Told;
import vn.gocua.engine.journal.Event;
import vn.gocua.engine.journal.EventCodec;
import vn.gocua.engine.journal.GroupCommit;

/** Records exports in the journal: who got which file when. Calls block. */
public final class ExportLog {
  private static final String EXPORTED = "exported/1";

  private static final FactTypes<ExportRecord> FACTS =
      FactTypes.only(
          "an export",
          FactType.of(EXPORTED, ExportRecord.class)
              .audited("exported", ExportRecord::by, ExportRecord::at)
              .about(ExportRecord::file)
              .with("from", ExportRecord::from)
              .with("to", ExportRecord::to)
              .with("team", ExportRecord::team));

  private final String stream;
  private final GroupCommit commit;

  public ExportLog(String campaign, GroupCommit commit) {
    this.stream = stream(campaign);
    this.commit = commit;
  }

  /** Stream of a campaign's exports. */
  public static String stream(String campaign) {
    return campaign + "/exports";
  }

  /** Finds the exports for a campaign's audit. */
  public static AuditSource audited(String campaign) {
    return AuditSource.of(stream(campaign), FACTS, (fact, _) -> told(fact));
  }

  private static Told told(ExportRecord fact) {
    Term file = new Term.Coded("tables", "told.file", fact.file());
    LocalDate from = fact.from();
    LocalDate to = fact.to();
    if (from == null || to == null) {
      return Told.of(file);
    }
    String team = fact.team();
    return team == null
        ? Told.of(file, new Term.Day(from), new Term.Day(to)).in("days")
        : Told.of(file, new Term.Day(from), new Term.Day(to), Term.team(team)).in("team");
  }

  /** Returns when it is durable: nothing is handed out before that. */
  public void record(ExportRecord exported) {
    String id = UuidCreator.getTimeOrderedEpoch().toString();
    var _ = GroupCommit.join(commit.append(List.of(event(id, stream, exported))));
  }

  static Event event(String id, String stream, ExportRecord exported) {
    return new Event(id, stream, EXPORTED, EventCodec.json(exported), "{}");
  }

  static ExportRecord of(Event event) {
    return EventCodec.read(event.content(), ExportRecord.class);
  }
}
