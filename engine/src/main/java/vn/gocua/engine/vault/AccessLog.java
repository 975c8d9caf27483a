package vn.gocua.engine.vault;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.ArrayList;
import java.util.List;
import vn.gocua.engine.fact.AuditSource;
import vn.gocua.engine.fact.FactType;
import vn.gocua.engine.fact.FactTypes;
import vn.gocua.engine.journal.Event;
import vn.gocua.engine.journal.EventCodec;
import vn.gocua.engine.journal.GroupCommit;
import vn.gocua.engine.journal.Journal;

/** Records accesses to personal data in the journal. Calls block. */
public final class AccessLog {
  static final String READ = "personal-data-read/1";

  private static final FactTypes<DataAccess> FACTS =
      FactTypes.only(
          "a reading",
          FactType.of(READ, DataAccess.class)
              .audited("personal-data-read", DataAccess::by, DataAccess::at)
              .about(DataAccess::about)
              .with("purpose", DataAccess::purpose));

  private final String prefix;
  private final Journal journal;
  private final GroupCommit commit;

  public AccessLog(String campaign, Journal journal, GroupCommit commit) {
    this.prefix = prefix(campaign);
    this.journal = journal;
    this.commit = commit;
  }

  private static String prefix(String campaign) {
    return campaign + "/personal-data-read/";
  }

  /** Finds the accesses for a campaign's audit. */
  public static AuditSource audited(String campaign) {
    return AuditSource.of(prefix(campaign), FACTS);
  }

  /** Returns when it is durable. */
  void record(DataAccess reading) {
    String id = UuidCreator.getTimeOrderedEpoch().toString();
    var _ = GroupCommit.join(commit.append(List.of(event(id, prefix + reading.about(), reading))));
  }

  static Event event(String id, String stream, DataAccess reading) {
    return new Event(id, stream, READ, EventCodec.json(reading), "{}");
  }

  /** Every access for a matter, oldest first. */
  public List<DataAccess> of(String about) {
    List<DataAccess> readings = new ArrayList<>();
    journal.readStream(
        prefix + about, event -> readings.add(EventCodec.read(event.content(), DataAccess.class)));
    return readings;
  }
}
